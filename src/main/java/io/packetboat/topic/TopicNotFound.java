package io.packetboat.topic;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;

/** No topic has this name. */
public final class TopicNotFound extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient TopicName topic;

    public TopicNotFound(TopicName topic) {
        super(ErrorKind.NOT_FOUND, "no topic is named " + topic);
        this.topic = topic;
    }

    public TopicName topic() {
        return topic;
    }
}
