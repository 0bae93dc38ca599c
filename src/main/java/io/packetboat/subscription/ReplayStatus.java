package io.packetboat.subscription;

/**
 * How far a replay is.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/message-archiving-and-replay-subscriber.html">Message replay</a>
 */
public enum ReplayStatus {
    PENDING("Pending"),
    IN_PROGRESS("In progress"),
    COMPLETED("Completed"),
    FAILED("Failed");

    private final String value;

    ReplayStatus(String value) {
        this.value = value;
    }

    /** As SNS spells it. */
    public String value() {
        return value;
    }
}
