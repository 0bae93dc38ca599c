package io.packetboat.kernel.messaging;

import java.util.regex.Pattern;

/**
 * The names that clients make up for their temporary queues and topics and that nobody chooses: UUIDs (Core, AMQP), and
 * {@code ID:host-port-time-0:1:1} (OpenWire). Rights and lists treat them apart; both must mean the same names.
 */
public final class MadeUpNames {
    private static final Pattern MADE_UP =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ID:.+-\\d+-\\d+-\\d+:\\d+:\\d+.*");

    private MadeUpNames() {}

    /** Whether the name looks like one of them. */
    public static boolean include(String name) {
        return MADE_UP.matcher(name).matches();
    }
}
