package io.packetboat.broker;

/**
 * What monitoring wants to know of one queue, read at one moment and cheap to read.
 *
 * @param id the journal's number of the queue: grows with every creation and stays over restarts
 * @param name the queue's own name
 * @param lasting whether it stays until somebody deletes it: neither temporary nor bound to a connection
 * @param levels how things are now
 * @param totals what went through it since the broker started
 */
public record QueueFigures(long id, String name, boolean lasting, Levels levels, Totals totals) {

    /**
     * How things are now.
     *
     * @param messages all that are held, with those in flight and those scheduled
     * @param inFlight handed to a consumer and not settled
     * @param scheduled held back until their time comes
     * @param bytes what the messages take
     * @param consumers clients that are attached
     * @param paging queues whose messages go to disk alone, because their share of the memory is used up
     */
    public record Levels(long messages, long inFlight, long scheduled, long bytes, long consumers, long paging) {
        public static final Levels NONE = new Levels(0, 0, 0, 0, 0, 0);

        public Levels plus(Levels other) {
            return new Levels(
                    messages + other.messages,
                    inFlight + other.inFlight,
                    scheduled + other.scheduled,
                    bytes + other.bytes,
                    consumers + other.consumers,
                    paging + other.paging);
        }
    }

    /**
     * Counts of messages that only grow.
     *
     * @param added routed to the queue
     * @param acknowledged consumed
     * @param expired ended by their time to live
     * @param killed moved to the dead-letter queue, or deleted by an operator
     */
    public record Totals(long added, long acknowledged, long expired, long killed) {
        public static final Totals NONE = new Totals(0, 0, 0, 0);

        public Totals plus(Totals other) {
            return new Totals(
                    added + other.added,
                    acknowledged + other.acknowledged,
                    expired + other.expired,
                    killed + other.killed);
        }

        public Totals minus(Totals other) {
            return new Totals(
                    added - other.added,
                    acknowledged - other.acknowledged,
                    expired - other.expired,
                    killed - other.killed);
        }
    }
}
