package io.packetboat.it.rights;

/** What a client says of itself, and the local address that it connects from. */
public record Login(String user, String password, String source) {
    static final String HERE = "127.0.0.1";

    public Login(String user, String password) {
        this(user, password, HERE);
    }

    Login from(String address) {
        return new Login(user, password, address);
    }
}
