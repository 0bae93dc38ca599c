package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** An attribute of a queue cannot have the wanted value. */
public final class AttributeRefused extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final String attribute;

    public AttributeRefused(String attribute, String why) {
        super(ErrorKind.INVALID, "Invalid value for the parameter " + attribute + ". Reason: " + why + ".");
        this.attribute = attribute;
    }

    /** SQS's name of the attribute. */
    public String attribute() {
        return attribute;
    }
}
