package io.packetboat.broker.fanout;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.MessageToSend;

/** A message for one queue, made of one that was published. */
public record QueueCopy(DeliveryQueue queue, MessageToSend message) {}
