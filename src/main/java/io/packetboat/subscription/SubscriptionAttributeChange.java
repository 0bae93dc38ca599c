package io.packetboat.subscription;

import io.packetboat.filter.FilterLimits;
import io.packetboat.filter.FilterScope;
import io.packetboat.kernel.QueueName;
import io.packetboat.retry.DeliveryPolicy;
import java.util.List;
import java.util.Optional;

/**
 * One attribute of a subscription with the value that it shall have, in SNS's names.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html">SetSubscriptionAttributes</a>
 */
public sealed interface SubscriptionAttributeChange {

    /** The terms with this one among them; what an endpoint of this kind cannot have raises {@link SubscriptionRefused}. */
    Terms applyTo(Terms terms, Endpoint endpoint);

    /** Terms on the way: scope and policy are only judged together. */
    record Terms(SubscriptionAttributes attributes, FilterScope scope, Optional<String> policy) {
        static Terms of(SubscriptionAttributes attributes) {
            return new Terms(
                    attributes, attributes.filterScope(), attributes.filter().map(SubscriptionFilter::text));
        }

        Terms with(SubscriptionAttributes value) {
            return new Terms(value, scope, policy);
        }

        private SubscriptionAttributes judged(FilterLimits limits) {
            boolean same = scope == attributes.filterScope()
                    && policy.equals(attributes.filter().map(SubscriptionFilter::text));
            return same
                    ? attributes
                    : attributes.withFilter(scope, policy.map(text -> SubscriptionFilter.parse(text, scope, limits)));
        }
    }

    /**
     * The attributes with all changes in them.
     *
     * @throws SubscriptionRefused for what an endpoint of this kind cannot have
     * @throws io.packetboat.filter.InvalidFilterPolicy if policy and scope do not go together, or break the limits
     */
    static SubscriptionAttributes applyAll(
            List<SubscriptionAttributeChange> changes,
            SubscriptionAttributes attributes,
            Endpoint endpoint,
            FilterLimits limits) {
        Terms terms = Terms.of(attributes);
        for (SubscriptionAttributeChange change : changes) {
            terms = change.applyTo(terms, endpoint);
        }
        return terms.judged(limits);
    }

    /** Whether messages come without an envelope. */
    record RawDelivery(boolean value) implements SubscriptionAttributeChange {
        @Override
        public Terms applyTo(Terms terms, Endpoint endpoint) {
            if (value && !endpoint.takesRaw()) {
                throw new SubscriptionRefused(
                        "Attributes",
                        "RawMessageDelivery: Delivery protocol [" + endpoint.protocol()
                                + "] does not support raw message delivery.");
            }
            return terms.with(terms.attributes().withRaw(value));
        }
    }

    /** Which messages are wanted, as JSON; empty for all. */
    record Filter(Optional<String> policy) implements SubscriptionAttributeChange {
        @Override
        public Terms applyTo(Terms terms, Endpoint endpoint) {
            return new Terms(terms.attributes(), terms.scope(), policy);
        }
    }

    /** What the filter policy looks at. */
    record Scope(FilterScope value) implements SubscriptionAttributeChange {
        @Override
        public Terms applyTo(Terms terms, Endpoint endpoint) {
            return new Terms(terms.attributes(), value, terms.policy());
        }
    }

    /** How an HTTP endpoint gets messages; empty for what its topic says. */
    record Delivery(Optional<DeliveryPolicy> value) implements SubscriptionAttributeChange {
        @Override
        public Terms applyTo(Terms terms, Endpoint endpoint) {
            if (value.isPresent() && !(endpoint instanceof Endpoint.HttpEndpoint)) {
                throw new SubscriptionRefused(
                        "Attributes",
                        "DeliveryPolicy: Delivery protocol [" + endpoint.protocol()
                                + "] does not support delivery policies.");
            }
            return terms.with(terms.attributes().withDeliveryPolicy(value));
        }
    }

    /** What of the topic's archive it gets again; empty for nothing more. It is no term, {@link SubscriptionReplays} has it. */
    record Replay(Optional<ReplayPolicy> policy) implements SubscriptionAttributeChange {
        @Override
        public Terms applyTo(Terms terms, Endpoint endpoint) {
            return terms;
        }
    }

    /** Where messages go that could not be delivered; empty for nowhere. */
    record DeadLetters(Optional<QueueName> queue) implements SubscriptionAttributeChange {
        @Override
        public Terms applyTo(Terms terms, Endpoint endpoint) {
            return terms.with(terms.attributes().withDeadLetterQueue(queue));
        }
    }
}
