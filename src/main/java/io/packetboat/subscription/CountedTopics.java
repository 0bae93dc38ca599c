package io.packetboat.subscription;

import io.packetboat.audit.ReadOnly;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.TopicState;
import io.packetboat.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * The topics of all protocols with the number of SNS's subscriptions that they have.
 *
 * <p>Raises what {@link Topics} raises, and asks the database once for each call, which blocks.
 */
@ApplicationScoped
public class CountedTopics {
    private final Topics topics;
    private final SubscriptionStore store;

    @Inject
    public CountedTopics(Topics topics, SubscriptionStore store) {
        this.topics = topics;
        this.store = store;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected CountedTopics() {
        this(null, null);
    }

    /** As {@link Topics#list}. */
    @ReadOnly
    public Page<CountedTopic> list(Caller caller, String namePart, PageRequest page) {
        Page<TopicState> states = topics.list(caller, namePart, page);
        Map<TopicName, Long> counts = store.countConfirmed(
                states.items().stream().map(CountedTopics::nameOf).toList());
        return states.map(state -> new CountedTopic(state, counts.getOrDefault(nameOf(state), 0L)));
    }

    /** As {@link Topics#require}. */
    @ReadOnly
    public CountedTopic require(Caller caller, TopicName name) {
        TopicState state = topics.require(caller, name);
        return new CountedTopic(state, store.countConfirmed(List.of(name)).getOrDefault(name, 0L));
    }

    private static TopicName nameOf(TopicState state) {
        return new TopicName(state.name());
    }
}
