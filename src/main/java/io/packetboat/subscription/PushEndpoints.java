package io.packetboat.subscription;

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
    };

    /** Raises {@link EndpointRefused} unless messages can be delivered to such an endpoint as this node is set up. */
    void require(Endpoint endpoint);

    /**
     * Has the endpoint asked to confirm the subscription with this token; returns at once, and tries again later where the
     * endpoint does not answer. The token is a secret of the endpoint's.
     */
    void askToConfirm(Subscription pending, String token);
}
