package io.packetboat.broker.fanout;

/** Who takes what is published. Called below the lock of the intake's queue: returns at once, never throws. */
public interface IntakeReader {

    /**
     * A message that was published, in the order of the topic.
     *
     * @return whether it is taken; if not, nothing is offered until {@link TopicIntake#offerMore}
     */
    boolean offer(TopicIntake intake, HeldPublication publication);

    /** The intake was removed; what was taken from it is gone. */
    void closed(TopicIntake intake);
}
