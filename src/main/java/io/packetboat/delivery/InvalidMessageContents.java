package io.packetboat.delivery;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/**
 * A message holds a character outside the set that SQS allows: #x9, #xA, #xD, #x20 to #xD7FF, #xE000 to #xFFFD,
 * #x10000 to #x10FFFF.
 */
public final class InvalidMessageContents extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final int character;

    InvalidMessageContents(int character) {
        super(
                ErrorKind.INVALID,
                "Invalid binary character '#x" + Integer.toHexString(character).toUpperCase(java.util.Locale.ROOT)
                        + "' was found in the message body, the set of allowed characters is #x9 | #xA | #xD |"
                        + " #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");
        this.character = character;
    }

    public int character() {
        return character;
    }
}
