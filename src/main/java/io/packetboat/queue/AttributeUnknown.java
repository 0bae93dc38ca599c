package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** Queues, or queues of this type, have no attribute of this name. */
public final class AttributeUnknown extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final String attribute;

    public AttributeUnknown(String attribute) {
        super(ErrorKind.INVALID, "Unknown Attribute " + attribute + ".");
        this.attribute = attribute;
    }

    public String attribute() {
        return attribute;
    }
}
