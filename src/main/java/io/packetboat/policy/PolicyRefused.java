package io.packetboat.policy;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** A policy document that is malformed or asks for something that cannot be evaluated here. */
public final class PolicyRefused extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final String element;

    public PolicyRefused(String element, String why) {
        super(ErrorKind.INVALID, "policy document, " + element + ": " + why);
        this.element = element;
    }

    /** The element of the document at fault, for example {@code Statement[0].Condition}. */
    public String element() {
        return element;
    }
}
