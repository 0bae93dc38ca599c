package io.packetboat.broker;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.XAConnectionFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQXAConnectionFactory;

/** A real broker on a free port, with rights that a test can set; the password of every user is its name. */
public final class TestingBroker implements AutoCloseable {
    private final TestingAccess access = new TestingAccess();
    private final EmbeddedBroker broker;

    public TestingBroker(BrokerConfig config, BrokerObserver... observers) {
        broker = new EmbeddedBroker(config, List.of(coreListener(0)), access, List.of(observers), Clock.systemUTC());
    }

    public static TestingBroker started(Path directory) {
        TestingBroker testing = new TestingBroker(config(directory));
        testing.broker.start();
        return testing;
    }

    public static BrokerConfig config(Path directory) {
        return BrokerConfig.in(directory).with(new BrokerConfig.Disk(1 << 20, java.time.Duration.ofMillis(100)));
    }

    public static Listener coreListener(int port) {
        return new Listener("core", Set.of("CORE"), "127.0.0.1", port, "packetboat.core.port", Map.of());
    }

    public EmbeddedBroker broker() {
        return broker;
    }

    public TestingAccess access() {
        return access;
    }

    public ConnectionFactory clientsOf(String user) {
        return clientsOf(user, user);
    }

    public ConnectionFactory clientsOf(String user, String password) {
        int port = broker.port("core").orElseThrow();
        return new ActiveMQConnectionFactory(
                "tcp://127.0.0.1:" + port + "?reconnectAttempts=0&callTimeout=30000", user, password);
    }

    /** For transactions of two phases. */
    public XAConnectionFactory xaClientsOf(String user) {
        int port = broker.port("core").orElseThrow();
        return new ActiveMQXAConnectionFactory(
                "tcp://127.0.0.1:" + port + "?reconnectAttempts=0&callTimeout=30000", user, user);
    }

    @Override
    public void close() {
        broker.stop();
    }

    /** Everybody may do everything until a test says otherwise. */
    public static final class TestingAccess implements BrokerAccess {
        private volatile BiPredicate<UserName, BrokerOperation> rule = (user, operation) -> true;
        private volatile Set<String> refusedUsers = Set.of();

        public void allowOnly(BiPredicate<UserName, BrokerOperation> allowed) {
            rule = allowed;
        }

        public void refuseLoginsOf(String... users) {
            refusedUsers = Set.of(users);
        }

        @Override
        public Optional<UserName> login(String user, String password, String source) {
            boolean accepted = !user.isEmpty() && user.equals(password) && !refusedUsers.contains(user);
            return accepted ? Optional.of(new UserName(user)) : Optional.empty();
        }

        @Override
        public boolean allows(Caller caller, BrokerOperation operation) {
            return rule.test(caller.user(), operation);
        }
    }
}
