package io.packetboat.it.crash;

/** A lane with a durable subscription. */
interface Subscriber extends Lane {
    /** The broker's name for the queue of this subscription. */
    String queue();
}
