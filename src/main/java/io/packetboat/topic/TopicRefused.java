package io.packetboat.topic;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** A topic cannot have what was wanted for it; the message is in Amazon SNS's words. */
public final class TopicRefused extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    public TopicRefused(String parameter) {
        super(ErrorKind.INVALID, "Invalid parameter: " + parameter);
        this.parameter = parameter;
    }

    public TopicRefused(String parameter, String why) {
        super(ErrorKind.INVALID, "Invalid parameter: " + parameter + " Reason: " + why);
        this.parameter = parameter;
    }

    /** SNS's name of what is wrong. */
    public String parameter() {
        return parameter;
    }
}
