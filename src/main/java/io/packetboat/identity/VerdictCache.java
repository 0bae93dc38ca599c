package io.packetboat.identity;

import io.packetboat.broker.BrokerOperation;
import io.packetboat.kernel.UserName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Verdicts on broker operations since the last change of identity; a change drops the whole cache for a new one.
 *
 * <p>Holds at most {@value #MAX_ENTRIES} verdicts: when they are reached it starts anew. Safe for any number of threads.
 */
final class VerdictCache {
    private static final int MAX_ENTRIES = 50_000;

    private final Map<Question, Boolean> verdicts = new ConcurrentHashMap<>();

    Optional<Boolean> find(Question question) {
        return Optional.ofNullable(verdicts.get(question));
    }

    void put(Question question, boolean allowed) {
        if (verdicts.size() >= MAX_ENTRIES) {
            verdicts.clear();
        }
        verdicts.put(question, allowed);
    }

    /** All that a verdict depends on; {@code source} is empty where no policy of the user asks for the origin. */
    record Question(UserName user, String source, boolean secure, BrokerOperation operation) {}
}
