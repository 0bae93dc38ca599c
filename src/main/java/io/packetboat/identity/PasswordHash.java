package io.packetboat.identity;

/**
 * What is stored of a password: algorithm, cost, salt and hash in one text, so that the cost can be raised later.
 *
 * <p>{@link #NONE} belongs to users without a password; nothing matches it.
 */
public record PasswordHash(String encoded) {
    /** No password: the user can log in with access keys alone. */
    public static final PasswordHash NONE = new PasswordHash("");

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
