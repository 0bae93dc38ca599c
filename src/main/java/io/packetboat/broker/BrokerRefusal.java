package io.packetboat.broker;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import org.apache.activemq.artemis.api.core.ActiveMQException;

/** The broker understood the request and will not do it: the name is taken, consumers are there, a filter is broken. */
public final class BrokerRefusal extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private BrokerRefusal(ErrorKind kind, String why, Throwable cause) {
        super(kind, why, cause);
    }

    public static PacketboatException of(ActiveMQException cause) {
        String why = String.valueOf(cause.getMessage());
        return switch (cause.getType()) {
            case QUEUE_DOES_NOT_EXIST, ADDRESS_DOES_NOT_EXIST -> new BrokerRefusal(ErrorKind.NOT_FOUND, why, cause);
            case INVALID_FILTER_EXPRESSION -> new BrokerRefusal(ErrorKind.INVALID, why, cause);
            case ADDRESS_FULL -> new BrokerRefusal(ErrorKind.LIMIT_EXCEEDED, why, cause);
            case IO_ERROR, NOT_CONNECTED, DISCONNECTED -> new BrokerUnavailable(why, cause);
            default -> new BrokerRefusal(ErrorKind.CONFLICT, why, cause);
        };
    }
}
