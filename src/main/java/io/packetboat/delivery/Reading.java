package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.ReadMessage;
import io.packetboat.broker.delivery.ReceiveMark;
import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Region;

/** Makes of a message in flight what its receiver gets. */
record Reading(Region region, AccountId account) {

    Delivery delivery(DeliveryQueue queue, InFlight entry) {
        ReceiveMark mark = entry.mark();
        ReadMessage message = entry.message().read();
        SystemAttributes system = new SystemAttributes(
                message.senderId(),
                message.sent(),
                mark.deliveries(),
                mark.firstReceived(),
                message.sequence(),
                message.deduplication(),
                message.group(),
                message.traceHeader(),
                message.deadLetterSource().map(source -> Arn.of("sqs", region, account, source)));
        Receipt receipt = new Receipt(queue.id(), entry.message().id(), mark.deliveries());
        return new Delivery(message.id(), receipt.handle(), message.body(), message.attributes(), system);
    }
}
