package io.packetboat.kernel;

/**
 * Who asks for a command: the authenticated user, the address it came from and the door it used.
 *
 * <p>Every command of a facade takes the caller as its first parameter; rights are checked and the audit record is
 * written for exactly this caller.
 *
 * @param user the authenticated user, or the node itself
 * @param source the remote IP address without port, or a component's name for the node itself
 * @param door the way by which the command arrived
 * @param secure whether it arrived encrypted; what policies see as {@code aws:SecureTransport}
 */
public record Caller(UserName user, String source, Door door, boolean secure) {
    private static final UserName NODE = new UserName("packetboat");

    /** The way by which a command arrived. */
    public enum Door {
        ADMIN,
        AWS,
        MESSAGING,
        NODE
    }

    /** A caller whose connection is not encrypted, or not known to be. */
    public Caller(UserName user, String source, Door door) {
        this(user, source, door, false);
    }

    /** The node itself, acting for nobody else: start-up, timers, recovery. It may do everything. */
    public static Caller node(String component) {
        return new Caller(NODE, component, Door.NODE, true);
    }

    public boolean isNode() {
        return door == Door.NODE;
    }
}
