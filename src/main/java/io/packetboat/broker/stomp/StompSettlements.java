package io.packetboat.broker.stomp;

import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.stomp.ActiveMQStompException;
import org.apache.activemq.artemis.core.protocol.stomp.StompConnection;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrame;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrameInterceptor;
import org.apache.activemq.artemis.core.protocol.stomp.StompSession;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Settles messages where Artemis 2.55.0 would lose them: NACK, and ACK inside a transaction.
 *
 * <p>Artemis' frame handlers treat NACK as ACK ({@code StompFrameHandlerV11.onNack}), and settle an ACK of a transaction
 * at once and for good (they log that it is not supported), so that neither ABORT nor a lost connection returns the
 * message. Here a NACK gives the message back to its queue as a failed delivery: it is redelivered, and moved to the
 * dead-letter queue once it has been delivered as often as the queue allows. That is so inside a transaction as well,
 * at once: whether the transaction ends well or not, the client did not consume the message. An ACK inside a transaction
 * joins the journal transaction of that transaction's SENDs: COMMIT makes both true at once, ABORT or a lost connection
 * gives the message back as a JMS rollback does. Everything else is left to Artemis.
 *
 * @see <a href="https://stomp.github.io/stomp-specification-1.2.html#ACK">STOMP 1.2, ACK and NACK</a>
 */
public final class StompSettlements implements StompFrameInterceptor {
    private final FramesBehind framesBehind = new FramesBehind();

    @Override
    public boolean intercept(StompFrame frame, RemotingConnection remoting) {
        StompConnection connection = (StompConnection) remoting;
        if (!connection.isValid() || !losesMessages(frame, connection)) {
            return true;
        }
        answer(connection, frame, settle(connection, frame));
        framesBehind.handle(connection);
        return false;
    }

    private static boolean losesMessages(StompFrame frame, StompConnection connection) {
        return switch (frame.getCommand()) {
            case "ACK" -> frame.hasHeader("transaction");
            case "NACK" -> !connection.getVersion().equals("1.0"); // which has no NACK
            default -> false;
        };
    }

    /** Empty when all went well, else the ERROR. */
    private static Optional<StompFrame> settle(StompConnection connection, StompFrame frame) {
        try {
            LentSession session = new LentSession(connection);
            Delivery delivery = Delivery.namedBy(frame, connection);
            if (frame.getCommand().equals("NACK")) {
                requireTransactionIfNamed(connection, frame);
                session.giveBack(delivery);
            } else {
                session.acknowledge(delivery, requireTransaction(connection, frame));
            }
            return Optional.empty();
        } catch (ActiveMQStompException e) {
            return Optional.of(e.getFrame());
        } catch (Exception e) { // Artemis declares it
            return Optional.of(new ActiveMQStompException(connection, String.valueOf(e.getMessage())).getFrame());
        }
    }

    private static void requireTransactionIfNamed(StompConnection connection, StompFrame frame)
            throws ActiveMQStompException {
        if (frame.hasHeader("transaction")) {
            requireTransaction(connection, frame);
        }
    }

    private static Transaction requireTransaction(StompConnection connection, StompFrame frame)
            throws ActiveMQStompException {
        String name = frame.getHeader("transaction");
        // Asking the connection for the transaction's session would make one.
        Map<Object, StompSession> sessions =
                connection.getManager().getTransactedSessions().getOrDefault(connection.getID(), Map.of());
        StompSession session = sessions.get(name);
        if (session == null || !session.isTxPending()) {
            throw new ActiveMQStompException(connection, "No transaction started: " + name);
        }
        return session.getCoreSession().getCurrentTransaction();
    }

    private static void answer(StompConnection connection, StompFrame frame, Optional<StompFrame> error) {
        String receipt = frame.getHeader("receipt");
        if (error.isPresent()) {
            if (receipt != null) {
                error.get().addHeader("receipt-id", receipt);
            }
            connection.sendFrame(error.get(), null);
            return;
        }
        if (receipt != null) {
            connection.sendFrame(connection.getFrameHandler().handleReceipt(receipt), null);
        }
    }
}
