package io.packetboat.aws.endpoint;

import io.packetboat.identity.IdentityObserver;
import io.packetboat.kernel.UserName;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every connection that is open now, up to a limit. Safe for any number of threads.
 *
 * <p>Requests are verified one by one, so of changed identities only those must hear that wait for their answer: a client
 * whose long poll ends asks again.
 */
final class OpenConnections implements IdentityObserver {
    private final Set<RequestTurns> connections = ConcurrentHashMap.newKeySet();
    private final int limit;

    OpenConnections(int limit) {
        this.limit = limit;
    }

    /** Keeps the connection in mind if there is room for one more. */
    boolean add(RequestTurns connection) {
        if (connections.size() >= limit) {
            return false;
        }
        return connections.add(connection);
    }

    void remove(RequestTurns connection) {
        connections.remove(connection);
    }

    int count() {
        return connections.size();
    }

    /** Closes those without work, the others after their answer, long polls at once. Completes when all have ended. */
    CompletableFuture<Void> finish() {
        return CompletableFuture.allOf(
                connections.stream().map(RequestTurns::finish).toArray(CompletableFuture<?>[]::new));
    }

    @Override
    public void loginsRevoked(UserName user) {
        connections.forEach(connection -> connection.revoked(user));
    }

    /** Facades check rights when a request begins; a long poll has them checked anew. */
    @Override
    public void rightsChanged() {
        connections.forEach(RequestTurns::rightsChanged);
    }
}
