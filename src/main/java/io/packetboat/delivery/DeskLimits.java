package io.packetboat.delivery;

/**
 * How much one desk holds.
 *
 * @param inFlight messages that receivers have
 * @param aside messages whose turn has not come
 */
record DeskLimits(int inFlight, int aside) {
    /** AWS's own. */
    static final DeskLimits DEFAULT = new DeskLimits(120_000, LookAhead.MAX_MESSAGES);
}
