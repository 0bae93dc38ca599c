package io.packetboat.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.broker.TestingBroker;
import io.packetboat.broker.TestingCrash;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.delivery.Delivery;
import io.packetboat.delivery.Desks;
import io.packetboat.delivery.OwnDesk;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.kernel.QueueName;
import io.packetboat.push.PushEntry.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, with endpoints that do what a test says. */
class PushLaneTest {
    private static final QueueName LETTERS = new QueueName("letters");
    private static final RetrySchedule THREE_AT_ONCE = retries(3);

    @TempDir
    Path directory;

    @TempDir
    Path image;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Node> nodes = new ArrayList<>();
    private final List<PushLane> lanes = new ArrayList<>();
    private final List<String> deadLetters = new CopyOnWriteArrayList<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final Queue<PushOutcome> outcomes = new ConcurrentLinkedQueue<>();
    private Node node;

    /** A broker with its engine. */
    private record Node(TestingBroker testing, Desks desks) {
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

    @BeforeEach
    void start() {
        node = open(directory);
    }

    private Node open(Path where) {
        Node opened = Node.on(where);
        nodes.add(opened);
        return opened;
    }

    @AfterEach
    void stop() {
        lanes.forEach(PushLane::stop);
        nodes.forEach(opened -> {
            opened.desks().stop();
            opened.testing().close();
        });
        timer.shutdownNow();
        workers.shutdownNow();
    }

    @Test
    void whatTheEndpointTookIsGone() {
        PushLane lane = lane("a", terms(THREE_AT_ONCE, Optional.empty(), this::answer));

        put("a", "one", "two", "three");
        lane.start();

        await(() -> lane.status().delivered() == 3 && lane.status().backlog() == 0);
        assertThat(attempts).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(lane.status().lastSuccess()).isPresent();
        assertThat(lane.status().lastError()).isEmpty();
    }

    @Test
    void theEntryIsWhatWasPutIn() {
        List<PushEntry> seen = new CopyOnWriteArrayList<>();
        PushLane lane = lane("a", terms(THREE_AT_ONCE, Optional.empty(), entry -> {
            seen.add(entry);
            return CompletableFuture.completedFuture(new PushOutcome.Delivered(200));
        }));
        PushEntry entry = new PushEntry(Kind.NOTIFICATION, "ID:jms-1", true, "Grüße\n\t{}");

        put("a", entry);
        lane.start();

        await(() -> lane.status().delivered() == 1);
        assertThat(seen).containsExactly(entry);
    }

    @Test
    void aFailedAttemptIsRepeated() {
        outcomes.add(new PushOutcome.Failed("HTTP status 500"));
        outcomes.add(new PushOutcome.Failed("HTTP status 503"));
        PushLane lane = lane("a", terms(THREE_AT_ONCE, Optional.of(LETTERS), this::answer));

        put("a", "one");
        lane.start();

        await(() -> lane.status().delivered() == 1 && lane.status().backlog() == 0);
        assertThat(attempts).containsExactly("one", "one", "one");
        assertThat(lane.status().attemptsFailed()).isEqualTo(2);
        assertThat(lane.status().lastError().map(PushStatus.Problem::why)).contains("HTTP status 503");
        assertThat(deadLetters).isEmpty();
    }

    @Test
    void aRetryWaitsForItsTime() {
        outcomes.add(new PushOutcome.Failed("HTTP status 500"));
        Duration delay = Duration.ofMillis(1_500);
        PushLane lane = lane(
                "a",
                terms(
                        new RetrySchedule(0, 1, 0, 0, delay, delay, BackoffCurve.LINEAR),
                        Optional.empty(),
                        this::answer));

        Instant begin = Instant.now();
        put("a", "one");
        lane.start();

        await(() -> lane.status().delivered() == 1);
        assertThat(Duration.between(begin, Instant.now())).isGreaterThan(delay);
    }

    @Test
    void aMessageMayBeTriedMoreOftenThanOthersAreDelivered() {
        OwnDesk desk = node.desks().own(node.queue("a"));
        put("a", "one");

        for (int attempt = 1; attempt <= 30; attempt++) {
            Delivery delivery = desk.receive(1, Duration.ofMinutes(1), Duration.ofSeconds(20))
                    .join()
                    .get(0);
            assertThat(delivery.system().receiveCount()).isEqualTo(attempt);
            desk.hide(delivery.handle(), Duration.ZERO).toCompletableFuture().join();
        }

        assertThat(desk.messages()).isEqualTo(1);
    }

    @Test
    void whatIsGivenUpGoesToTheDeadLetterQueue() {
        for (int i = 0; i < 4; i++) {
            outcomes.add(new PushOutcome.Failed("HTTP status 500"));
        }
        PushLane lane = lane("a", terms(THREE_AT_ONCE, Optional.of(LETTERS), this::answer));

        put("a", "one");
        lane.start();

        await(() -> lane.status().deadLettered() == 1 && lane.status().backlog() == 0);
        assertThat(attempts).hasSize(4);
        assertThat(deadLetters).containsExactly("letters: one");
        assertThat(lane.status().failed()).isZero();
    }

    @Test
    void whatIsRejectedIsNotRepeated() {
        outcomes.add(new PushOutcome.Rejected("HTTP status 403"));
        PushLane lane = lane("a", terms(THREE_AT_ONCE, Optional.of(LETTERS), this::answer));

        put("a", "one");
        lane.start();

        await(() -> lane.status().deadLettered() == 1 && lane.status().backlog() == 0);
        assertThat(attempts).hasSize(1);
        assertThat(deadLetters).containsExactly("letters: one");
    }

    @Test
    void whatIsGivenUpWithoutADeadLetterQueueIsCounted() {
        outcomes.add(new PushOutcome.Rejected("HTTP status 403"));
        PushLane lane = lane("a", terms(THREE_AT_ONCE, Optional.empty(), this::answer));

        put("a", "one");
        lane.start();

        await(() -> lane.status().failed() == 1 && lane.status().backlog() == 0);
        assertThat(lane.status().lastError().map(PushStatus.Problem::why)).contains("HTTP status 403");
    }

    @Test
    void theMessagesOfASubscriptionThatIsGoneAreDropped() {
        PushLane lane = new PushLane("a", node.desks().own(node.queue("a")), Optional::empty, setup());
        lanes.add(lane);

        put("a", "one", "two");
        lane.start();

        await(() -> lane.status().backlog() == 0);
        assertThat(attempts).isEmpty();
    }

    @Test
    void anEndpointThatHangsHoldsUpNobodyElse() {
        List<CompletableFuture<PushOutcome>> hanging = new CopyOnWriteArrayList<>();
        PushLane slow = lane("slow", terms(THREE_AT_ONCE, Optional.empty(), entry -> {
            CompletableFuture<PushOutcome> never = new CompletableFuture<>();
            hanging.add(never);
            return never;
        }));
        PushLane quick = lane("quick", terms(THREE_AT_ONCE, Optional.empty(), this::answer));
        for (int i = 0; i < PushLane.MOST + 20; i++) {
            put("slow", "slow " + i);
        }
        slow.start();
        await(() -> hanging.size() == PushLane.MOST);

        for (int i = 0; i < 30; i++) {
            put("quick", "quick " + i);
        }
        quick.start();

        await(() -> quick.status().delivered() == 30);
        assertThat(hanging).hasSize(PushLane.MOST);
        hanging.get(0).complete(new PushOutcome.Delivered(200));
        await(() -> hanging.size() == PushLane.MOST + 1);
    }

    @Test
    void aMessageIsTriedOnAfterACrash() throws IOException {
        Duration delay = Duration.ofSeconds(1);
        RetrySchedule once = new RetrySchedule(0, 1, 0, 0, delay, delay, BackoffCurve.LINEAR);
        CompletableFuture<PushOutcome> first = new CompletableFuture<>();
        PushLane before = lane("a", terms(once, Optional.of(LETTERS), entry -> {
            attempts.add(entry.body());
            return first;
        }));
        put("a", "one");
        before.start();
        await(() -> attempts.size() == 1);
        before.stop();
        first.complete(new PushOutcome.Failed("HTTP status 500"));
        await(() -> before.status().retryAt().isPresent() && before.isIdle());

        Path crash = image.resolve("crash");
        TestingCrash.copy(directory, crash);
        outcomes.add(new PushOutcome.Failed("HTTP status 500"));
        node = open(crash);
        PushLane after = lane("a", terms(once, Optional.of(LETTERS), this::answer));
        after.start();

        // The second failure is the last, since the first one is remembered.
        await(() -> after.status().deadLettered() == 1 && after.status().backlog() == 0);
        assertThat(attempts).containsExactly("one", "one");
    }

    @Test
    void aRestartedNodeGoesOnWithWhatWasLeft() throws IOException {
        PushTerms terms = terms(THREE_AT_ONCE, Optional.empty(), this::answer);
        put("a", "one", "two");
        put("b", "three");
        Path crash = image.resolve("crash");
        TestingCrash.copy(directory, crash);
        node = open(crash);
        PushLanes<String> restarted = new PushLanes<>(
                node.testing().broker().intakes(), node.desks(), id -> id, id -> Optional.of(terms), setup());

        restarted.start();

        await(() -> attempts.size() == 3);
        assertThat(attempts).containsExactlyInAnyOrder("one", "two", "three");
        await(() -> restarted.status("a").orElseThrow().delivered() == 2);
        assertThat(restarted.status("c")).isEmpty();
        restarted.stop();
    }

    @Test
    void aLaneThatEndedBeginsNothingMore() {
        PushTerms terms = terms(THREE_AT_ONCE, Optional.empty(), this::answer);
        PushLanes<String> lanesOfNode = new PushLanes<>(
                node.testing().broker().intakes(), node.desks(), id -> id, id -> Optional.of(terms), setup());
        put("a", "one");
        lanesOfNode.deliver("a", node.queue("a"));
        await(() -> lanesOfNode.status("a").orElseThrow().delivered() == 1);

        lanesOfNode.end("a");
        put("a", "two");
        put("b", "three");
        lanesOfNode.deliver("b", node.queue("b"));

        await(() -> lanesOfNode.status("b").orElseThrow().delivered() == 1);
        assertThat(attempts).containsExactly("one", "three");
        lanesOfNode.stop();
    }

    private PushLane lane(String id, PushTerms terms) {
        PushLane lane = new PushLane(id, node.desks().own(node.queue(id)), () -> Optional.of(terms), setup());
        lanes.add(lane);
        return lane;
    }

    private PushSetup setup() {
        return new PushSetup(workers, timer, this::bury, Duration.ofSeconds(15), Clock.systemUTC());
    }

    private CompletionStage<Void> bury(QueueName queue, PushEntry entry) {
        deadLetters.add(queue + ": " + entry.body());
        return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<PushOutcome> answer(PushEntry entry) {
        attempts.add(entry.body());
        PushOutcome next = outcomes.poll();
        return CompletableFuture.completedFuture(next == null ? new PushOutcome.Delivered(200) : next);
    }

    private static PushTerms terms(
            RetrySchedule schedule,
            Optional<QueueName> letters,
            Function<PushEntry, CompletionStage<PushOutcome>> send) {
        return new PushTerms(schedule, Optional.empty(), letters, send);
    }

    private static RetrySchedule retries(int immediate) {
        Duration second = Duration.ofSeconds(1);
        return new RetrySchedule(immediate, 0, 0, 0, second, second, BackoffCurve.LINEAR);
    }

    private void put(String id, String... bodies) {
        for (String body : bodies) {
            put(id, new PushEntry(Kind.NOTIFICATION, "m-" + body, false, body));
        }
    }

    private void put(String id, PushEntry entry) {
        UUID random = UUID.randomUUID();
        MessageToSend message = new MessageToSend(
                new UUID(random.getMostSignificantBits() & ~0xF000L | 0x1000L, random.getLeastSignificantBits()),
                entry.body(),
                entry.attributes(),
                Instant.now(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        node.queue(id).send(List.of(message)).toCompletableFuture().join();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(condition);
    }
}
