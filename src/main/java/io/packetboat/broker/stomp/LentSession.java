package io.packetboat.broker.stomp;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.activemq.artemis.core.protocol.stomp.ActiveMQStompException;
import org.apache.activemq.artemis.core.protocol.stomp.StompConnection;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * The session of a connection's consumers, which settles what it delivered in a transaction that is lent to it.
 *
 * <p>Artemis' own acknowledgement does the work, as it alone can keep its books of credits and of open deliveries; it
 * ends with a commit, which the lent transaction passes over.
 */
final class LentSession {
    private final StompConnection connection;
    private final ServerSession session;

    LentSession(StompConnection connection) throws Exception { // Artemis declares it
        this.connection = connection;
        this.session = connection.getSession().getCoreSession();
    }

    /** Makes the acknowledgement a part of the transaction, which decides of it later. */
    void acknowledge(Delivery delivery, Transaction transaction) throws ActiveMQStompException {
        session.resetTX(withoutCommit(transaction));
        try {
            connection.acknowledge(delivery.id(), delivery.subscription());
        } finally {
            // Not what it was before: any transaction but null would leave the session's later SENDs uncommitted.
            session.resetTX(null);
        }
    }

    /** Returns the message (in ack mode "client" all open ones up to it) to the queue, as delivered and failed. */
    void giveBack(Delivery delivery) throws Exception {
        Transaction transaction = session.newTransaction();
        try {
            acknowledge(delivery, transaction);
        } finally {
            transaction.rollback();
        }
    }

    private static Transaction withoutCommit(Transaction lent) {
        return (Transaction) Proxy.newProxyInstance(
                Transaction.class.getClassLoader(),
                new Class<?>[] {Transaction.class},
                (proxy, method, arguments) ->
                        method.getName().equals("commit") ? null : invoke(lent, method, arguments));
    }

    private static Object invoke(Transaction lent, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(lent, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
