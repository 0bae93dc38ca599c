package io.packetboat.kernel;

/**
 * Who asks for a command: the authenticated user, the address it came from and the door it used.
 *
 * <p>Every command of a facade takes the caller as its first parameter; rights are checked and the audit record is
 * written for exactly this caller. {@code source} is an IP address, or a component's name for the node itself.
 */
public record Caller(UserName user, String source, Door door) {
    private static final UserName NODE = new UserName("packetboat");

    /** The way by which a command arrived. */
    public enum Door {
        ADMIN,
        AWS,
        MESSAGING,
        NODE
    }

    /** The node itself, acting for nobody else: start-up, timers, recovery. It may do everything. */
    public static Caller node(String component) {
        return new Caller(NODE, component, Door.NODE);
    }

    public boolean isNode() {
        return door == Door.NODE;
    }
}
