package io.packetboat.topic;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;

/** A topic that keeps messages cannot be deleted; the message is Amazon SNS's. */
public final class TopicArchived extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient TopicName topic;

    public TopicArchived(TopicName topic) {
        super(ErrorKind.CONFLICT, "Invalid state: Cannot delete a topic with an ArchivePolicy");
        this.topic = topic;
    }

    public TopicName topic() {
        return topic;
    }
}
