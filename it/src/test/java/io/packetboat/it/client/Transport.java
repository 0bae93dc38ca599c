package io.packetboat.it.client;

/** How a client reaches the server. */
public enum Transport {
    PLAIN,
    TLS
}
