package io.packetboat.identity;

/** A new access key with its secret, which is told this once and cannot be asked for later. */
public record CreatedAccessKey(AccessKey key, AccessKeySecret secret) {}
