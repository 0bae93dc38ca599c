package io.packetboat.gateway;

/**
 * A mail to one receiver.
 *
 * @param id the same at each attempt, so that mail servers can tell a mail that comes twice
 * @param sender the name beside the sender's address
 */
record Mail(String id, String sender, String receiver, String subject, String text) {

    /** Without what was published and to whom. */
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
