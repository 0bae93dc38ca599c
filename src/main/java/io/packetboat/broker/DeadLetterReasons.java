package io.packetboat.broker;

import java.util.Optional;
import org.apache.activemq.artemis.api.core.Message;

/**
 * Writes on a message why it is moved to a dead-letter queue; Artemis notes only where it came from.
 *
 * <p>Artemis hands no reason to its plugins. The move happens on the thread of what caused it, so the methods that the
 * thread is in tell it. That is looked up for moved messages alone, which are rare; a test notices if an Artemis release
 * names its methods otherwise.
 */
final class DeadLetterReasons {
    private static final StackWalker STACK = StackWalker.getInstance();

    /** Why a message lies in a dead-letter queue. */
    enum Reason {
        /** It was delivered as often as its queue allows, and never acknowledged. */
        MaxDeliveryAttempts,
        /** A consumer refused it for good: AMQP's rejected outcome, OpenWire's poison acknowledgement. */
        Rejected
    }

    void beforeMessageRoute(Message message) {
        if (message.getBrokerProperty(Message.HDR_ORIGINAL_QUEUE) == null) {
            return;
        }
        reasonOnThisThread().ifPresent(reason -> {
            message.setBrokerProperty(MessageTranslation.REASON, reason.name());
            // An AMQP message has broker properties in its annotations, which JMS clients do not show.
            message.putStringProperty(MessageTranslation.REASON, reason.name());
            message.reencode();
        });
    }

    private static Optional<Reason> reasonOnThisThread() {
        return STACK.walk(frames -> frames.limit(16)
                .map(StackWalker.StackFrame::getMethodName)
                .dropWhile(method -> !method.equals("sendToDeadLetterAddress"))
                .map(method -> method.equals("checkRedelivery") ? Reason.MaxDeliveryAttempts : Reason.Rejected)
                .reduce((one, other) -> one == Reason.MaxDeliveryAttempts ? one : other));
    }
}
