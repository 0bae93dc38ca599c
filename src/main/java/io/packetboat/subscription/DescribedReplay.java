package io.packetboat.subscription;

/** What a subscription is, or was, given again, and how far that is. */
public record DescribedReplay(ReplayPolicy policy, ReplayStatus status) {}
