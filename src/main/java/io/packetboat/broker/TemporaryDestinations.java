package io.packetboat.broker;

import io.packetboat.kernel.UserName;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The temporary queues and topics and who made each: nobody else may consume from them, whatever the policies say.
 *
 * <p>Artemis also calls an address temporary that came to be with the first non-durable subscription of a topic; only
 * names that nobody chooses are meant here. Safe for any number of threads; an entry lives as long as its address.
 */
final class TemporaryDestinations {
    private final ConcurrentHashMap<String, UserName> owners = new ConcurrentHashMap<>();

    void created(String address, UserName owner) {
        owners.put(address, owner);
    }

    void deleted(String address) {
        owners.remove(address);
    }

    Optional<UserName> ownerOf(String address) {
        return Optional.ofNullable(owners.get(address));
    }
}
