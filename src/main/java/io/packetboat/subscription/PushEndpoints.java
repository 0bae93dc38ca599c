package io.packetboat.subscription;

import io.packetboat.kernel.TopicName;

/** What delivers to endpoints other than queues, as far as subscribing is concerned. */
public interface PushEndpoints {
    /** Delivers to queues alone. */
    PushEndpoints NONE = new PushEndpoints() {
        @Override
        public void require(Endpoint endpoint) {
            throw new EndpointRefused("Protocol", "this node delivers nothing by " + endpoint.protocol());
        }

        @Override
        public void askToConfirm(Subscription pending, String token) {
            throw new IllegalStateException("nothing was accepted that must be confirmed");
        }

        @Override
        public void ended(Subscription former) {
            // Queues have nothing of their own here.
        }

        @Override
        public void tellEnded(Subscription former, String token) {
            throw new IllegalStateException("nothing was accepted that has to be told");
        }

        @Override
        public void ended(TopicName topic) {
            // The same.
        }
    };

    /** Raises {@link EndpointRefused} unless messages can be delivered to such an endpoint as this node is set up. */
    void require(Endpoint endpoint);

    /**
     * Has the endpoint asked to confirm the subscription with this token. That it has to be asked is on disk on return;
     * where the endpoint does not answer, it is asked again later. The token is a secret of the endpoint's.
     *
     * @throws io.packetboat.broker.BrokerUnavailable if the question cannot be kept
     */
    void askToConfirm(Subscription pending, String token);

    /** The subscription is over; what waits for its endpoint is dropped. Returns at once. */
    void ended(Subscription former);

    /**
     * The subscription is over, and its endpoint is to be told so, with a token by which it can have it back; what else
     * waits for the endpoint is dropped. That it has to be told is on disk on return, unless the broker is not available.
     */
    void tellEnded(Subscription former, String token);

    /** All subscriptions of the topic are over. Returns at once. */
    void ended(TopicName topic);
}
