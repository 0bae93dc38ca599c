package io.packetboat.push;

import io.packetboat.broker.TestingBroker;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.delivery.Desks;
import io.packetboat.fanout.NotificationCounts;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.push.PushEntry.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** Lanes on a real broker, with an endpoint that answers what it was told to, and else that it has the message. */
final class TestingLanes implements AutoCloseable {
    static final QueueName LETTERS = new QueueName("letters");
    /** A dead-letter queue that is not there. */
    static final QueueName GONE = new QueueName("gone");

    static final TopicName TOPIC = new TopicName("prices");
    static final Duration PATIENCE = Duration.ofSeconds(15);
    static final RetrySchedule THREE_AT_ONCE = retries(3);

    final List<PushLane> lanes = new ArrayList<>();
    final List<String> deadLetters = new CopyOnWriteArrayList<>();
    final NotificationCounts counts = new NotificationCounts();
    final List<String> attempts = new CopyOnWriteArrayList<>();
    final Queue<PushOutcome> outcomes = new ConcurrentLinkedQueue<>();

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Node> nodes = new ArrayList<>();

    /** A broker with its engine. */
    record Node(TestingBroker testing, Desks desks) {
        static Node on(Path directory) {
            TestingBroker testing = TestingBroker.started(directory);
            Desks desks =
                    new Desks(testing.broker().deliveries(), IdentityConfig.defaults(directory), Clock.systemUTC());
            desks.start();
            return new Node(testing, desks);
        }

        DeliveryQueue queue(String id) {
            return testing.broker().intakes().internalQueue(new QueueName("$sys.packetboat.push." + id));
        }
    }

    TestingLanes(Path directory) {
        open(directory);
    }

    /** What follows is about a broker on this directory. */
    void open(Path directory) {
        nodes.add(Node.on(directory));
    }

    Node node() {
        return nodes.get(nodes.size() - 1);
    }

    PushLanes lanesOfNode() {
        LaneTerms terms = terms(THREE_AT_ONCE, Optional.empty(), this::answer);
        return new PushLanes(node().testing().broker().intakes(), node().desks(), id -> Optional.of(terms), setup());
    }

    PushLane lane(String id, LaneTerms terms) {
        PushLane lane =
                new PushLane(id, node().desks().own(node().queue(id)), PATIENCE, () -> Optional.of(terms), setup());
        lanes.add(lane);
        return lane;
    }

    PushSetup setup() {
        return new PushSetup(workers, timer, this::bury, counts, Clock.systemUTC());
    }

    private CompletionStage<Boolean> bury(QueueName queue, PushEntry entry) {
        deadLetters.add(queue + ": " + entry.body());
        return CompletableFuture.completedFuture(!queue.equals(GONE));
    }

    CompletionStage<PushOutcome> answer(PushEntry entry) {
        attempts.add(entry.body());
        PushOutcome next = outcomes.poll();
        return CompletableFuture.completedFuture(next == null ? new PushOutcome.Delivered(200) : next);
    }

    LaneTerms terms(
            RetrySchedule schedule,
            Optional<QueueName> letters,
            Function<PushEntry, CompletionStage<PushOutcome>> send) {
        return new LaneTerms(
                TOPIC,
                new PushTerms(schedule, Optional.empty()),
                letters,
                EnumSet.of(Kind.NOTIFICATION, Kind.SUBSCRIPTION_CONFIRMATION),
                send);
    }

    static RetrySchedule retries(int immediate) {
        Duration second = Duration.ofSeconds(1);
        return new RetrySchedule(immediate, 0, 0, 0, second, second, BackoffCurve.LINEAR);
    }

    void put(String id, String... bodies) {
        for (String body : bodies) {
            put(id, new PushEntry(Kind.NOTIFICATION, "m-" + body, false, body));
        }
    }

    void put(String id, PushEntry entry) {
        node().queue(id)
                .send(List.of(entry.message(Instant.now())))
                .toCompletableFuture()
                .join();
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(condition);
    }

    @Override
    public void close() {
        lanes.forEach(PushLane::stop);
        nodes.forEach(opened -> {
            opened.desks().stop();
            opened.testing().close();
        });
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
