package io.packetboat.benchmark;

import io.packetboat.filter.FilterMachine;
import io.packetboat.filter.FilterPolicy;
import io.packetboat.it.PacketboatServer;
import io.packetboat.kernel.messaging.MessageAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * What many subscriptions of one topic with many filter policies cost: the restart, memory, and a message that a hundred
 * queues want, against a topic that has these hundred alone. Fails if anybody else is tried.
 *
 * <p>Arguments: subscriptions and policies, without any 12,500,000 and 100,000; then, for another database than the
 * embedded one, a JDBC URL of an empty PostgreSQL database, its user and password.
 */
public final class ManySubscriptions implements AutoCloseable {
    private static final String ROW = "%-48s %12s%n";
    private static final int QUEUES = 100;
    private static final int WARM_UP = 10;
    private static final int MEASURED = 21;
    private static final int MATCHES = 20_000;
    private static final Map<String, String> WANTED = Map.of("customer", "wanted", "kind", "order");
    private static final String POLICY = "{\"customer\":[\"wanted\"]}";

    private final PacketboatServer server;
    private final String url;
    private final String user;
    private final String password;

    private ManySubscriptions(PacketboatServer server, String url, String user, String password) {
        this.server = server;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    public static void main(String[] arguments)
            throws InterruptedException, ExecutionException, SQLException, IOException {
        int subscriptions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 12_500_000;
        int policies = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        try (ManySubscriptions many =
                arguments.length > 4 ? onPostgres(arguments[2], arguments[3], arguments[4]) : embedded()) {
            many.run(subscriptions, policies);
        }
    }

    private static ManySubscriptions embedded() {
        PacketboatServer server = PacketboatServer.started("many-subscriptions", environment(Map.of()), List.of());
        return new ManySubscriptions(
                server, "jdbc:sqlite:" + server.dataDirectory().resolve("database/packetboat.sqlite"), "", "");
    }

    private static ManySubscriptions onPostgres(String url, String user, String password) {
        Map<String, String> database = Map.of(
                "PACKETBOAT_DATABASE_URL", url,
                "PACKETBOAT_DATABASE_USER", user,
                "PACKETBOAT_DATABASE_PASSWORD", password);
        PacketboatServer server = PacketboatServer.started("many-subscriptions", environment(database), List.of());
        return new ManySubscriptions(server, url, user, password);
    }

    private static Map<String, String> environment(Map<String, String> database) {
        Map<String, String> environment = new HashMap<>(database);
        environment.put("PACKETBOAT_SNS_FILTER_MAX_POLICIES_PER_TOPIC", "100000000");
        return environment;
    }

    private void run(int subscriptions, int policies)
            throws InterruptedException, ExecutionException, SQLException, IOException {
        Map<String, String> filtered = Map.of("FilterPolicy", POLICY);
        try (SubscribedQueues few = SubscribedQueues.create(server, "few", QUEUES, filtered);
                SubscribedQueues many = SubscribedQueues.create(server, "many", QUEUES, filtered)) {
            server.stop();
            SubscriptionRows rows = new SubscriptionRows("many", policies);
            row("subscriptions written, s", seconds(() -> rows.write(url, user, password, subscriptions)));
            row("ready again, s", seconds(server::start));
            ServerProcess process = new ServerProcess(server.pid());
            row("resident memory at ready, MiB", process.residentMebibytes());
            row("first message of the topic, all have it, s", seconds(() -> publish(many)));
            compare(few, many);
            row("resident memory at the end, MiB", process.residentMebibytes());
            matching(rows.policies());
        }
        if (Files.readString(server.messagesLog()).contains("cannot be delivered")) {
            throw new IllegalStateException("somebody was tried who does not want the message");
        }
    }

    private void compare(SubscribedQueues few, SubscribedQueues many) throws InterruptedException, ExecutionException {
        List<Double> ofFew = new ArrayList<>();
        List<Double> ofMany = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            double alone = millis(() -> publish(few));
            double among = millis(() -> publish(many));
            if (i >= WARM_UP) {
                ofFew.add(alone);
                ofMany.add(among);
            }
        }
        row("published, 100 queues have it, topic of 100, ms", Median.of(ofFew));
        row("published, 100 queues have it, large topic, ms", Median.of(ofMany));
        row("ratio", Median.of(ofMany) / Median.of(ofFew));
    }

    private static void publish(SubscribedQueues queues) throws InterruptedException, ExecutionException {
        queues.publish("a message", WANTED);
        queues.takeOneEach();
    }

    /** In this process, without a server: one match against all policies. */
    private static void matching(List<FilterPolicy> policies) {
        FilterMachine machine = new FilterMachine();
        policies.forEach(machine::add);
        List<Double> micros = new ArrayList<>();
        for (int i = 0; i < 2 * MATCHES; i++) {
            MessageAttributes attributes = attributes(i % policies.size());
            long before = System.nanoTime();
            int matching = machine.matches(attributes, "a message").size();
            double taken = (System.nanoTime() - before) / 1e3;
            if (matching != 1) {
                throw new IllegalStateException(matching + " policies match");
            }
            if (i >= MATCHES) {
                micros.add(taken);
            }
        }
        row("one match, µs", Median.of(micros));
        micros.sort(null);
        row("one match, 99th percentile, µs", micros.get(MATCHES * 99 / 100));
    }

    private static MessageAttributes attributes(int number) {
        return new MessageAttributes(Map.of(
                "customer", MessageAttributes.Text.string("customer-" + number),
                "kind", MessageAttributes.Text.string("order")));
    }

    private static double millis(Step step) throws InterruptedException, ExecutionException {
        long before = System.nanoTime();
        step.run();
        return (System.nanoTime() - before) / 1e6;
    }

    private static double seconds(SlowStep step) throws InterruptedException, ExecutionException, SQLException {
        long before = System.nanoTime();
        step.run();
        return (System.nanoTime() - before) / 1e9;
    }

    private static void row(String what, double figure) {
        System.out.printf(ROW, what, "%.1f".formatted(figure));
    }

    private interface Step {
        void run() throws InterruptedException, ExecutionException;
    }

    private interface SlowStep {
        void run() throws InterruptedException, ExecutionException, SQLException;
    }

    @Override
    public void close() {
        server.close();
    }
}
