package io.packetboat.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** A service of this node that acts on resources by itself, under the name that AWS's policies give it. */
public enum ServicePrincipal {
    SNS("sns.amazonaws.com"),
    EVENTS("events.amazonaws.com");

    private final String wireName;

    ServicePrincipal(String wireName) {
        this.wireName = wireName;
    }

    /** As policies spell it. */
    public String wireName() {
        return wireName;
    }

    static Optional<ServicePrincipal> find(String wireName) {
        return Stream.of(values())
                .filter(service -> service.wireName.equals(wireName))
                .findFirst();
    }
}
