package io.packetboat.topic;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;

/** A topic has this name already. */
public final class TopicNameTaken extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient TopicName topic;

    TopicNameTaken(TopicName topic) {
        super(ErrorKind.CONFLICT, "a topic is named " + topic + " already");
        this.topic = topic;
    }

    public TopicName topic() {
        return topic;
    }
}
