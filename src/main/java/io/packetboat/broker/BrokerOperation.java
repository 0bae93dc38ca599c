package io.packetboat.broker;

/**
 * One thing that a protocol client wants to do on the broker.
 *
 * @param verb Artemis' check in our words
 * @param address the bare address, for example {@code orders}
 * @param queue the queue's own name for operations on one (a durable subscription, say); equal to the address where the
 *     operation concerns the address as a whole
 * @param routing whether the address is used as queue (anycast) or topic (multicast)
 */
public record BrokerOperation(Verb verb, String address, String queue, Routing routing) {

    /** Artemis' check types, durable and non-durable ones told apart only where rights differ. */
    public enum Verb {
        SEND,
        CONSUME,
        BROWSE,
        CREATE_ADDRESS,
        DELETE_ADDRESS,
        CREATE_DURABLE_QUEUE,
        DELETE_DURABLE_QUEUE,
        CREATE_NON_DURABLE_QUEUE,
        DELETE_NON_DURABLE_QUEUE,
        MANAGE
    }

    /** How an address spreads its messages. */
    public enum Routing {
        ANYCAST,
        MULTICAST
    }
}
