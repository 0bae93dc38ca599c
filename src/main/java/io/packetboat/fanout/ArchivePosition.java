package io.packetboat.fanout;

/** The place of a message among all that its topic kept; grows from one to the next, not by one. */
public record ArchivePosition(long value) {}
