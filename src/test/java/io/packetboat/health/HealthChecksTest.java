package io.packetboat.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.broker.TestingBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthChecksTest {
    @TempDir
    Path directory;

    private final BrokerFailure failure = new BrokerFailure();
    private final NodeStart start = new NodeStart();
    private final AtomicBoolean databaseAnswers = new AtomicBoolean(true);
    private Map<String, Optional<Integer>> others = Map.of();
    private TestingBroker testing;
    private HealthChecks checks;

    @BeforeEach
    void start() {
        testing = TestingBroker.started(directory);
        checks = new HealthChecks(testing.broker(), failure, start, databaseAnswers::get, () -> others);
    }

    @AfterEach
    void stop() {
        checks.stop();
        testing.close();
    }

    @Test
    void aRunningNodeIsUpInAllRespects() {
        start.completed();

        assertThat(checks.start().up()).isTrue();
        assertThat(checks.process().up()).isTrue();
        assertThat(checks.journal().up()).isTrue();
        assertThat(checks.listeners().up()).isTrue();
        assertThat(checks.database().up()).isTrue();
        assertThat(checks.disk().up()).isTrue();
    }

    @Test
    void theStartIsDownUntilItsSequenceIsCompleted() {
        assertThat(checks.start().up()).isFalse();
    }

    @Test
    void aStoppedBrokerIsNotReadyButAlive() {
        testing.broker().stop();

        assertThat(checks.journal().up()).isFalse();
        assertThat(checks.listeners())
                .isEqualTo(new CheckResult("listeners", false, List.of(new CheckResult.Text("core", "closed"))));
        assertThat(checks.process().up()).isTrue();
    }

    @Test
    void everyListenerIsNamedWithItsPort() {
        int port = testing.broker().port("core").orElseThrow();

        assertThat(checks.listeners().details()).containsExactly(new CheckResult.Number("core", port));
    }

    @Test
    void aClosedPortBesideTheBrokersIsNotReady() {
        others = Map.of("aws", Optional.empty());

        assertThat(checks.listeners().up()).isFalse();
        assertThat(checks.listeners().details()).contains(new CheckResult.Text("aws", "closed"));
    }

    @Test
    void aFailedBrokerIsNeitherReadyNorAlive() {
        failure.failed("the journal cannot be written", new IllegalStateException());

        assertThat(checks.process().up()).isFalse();
        assertThat(checks.journal().up()).isFalse();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsDown() {
        databaseAnswers.set(false);

        assertThat(checks.database().up()).isFalse();
    }

    @Test
    void theDiskTellsItsRoomInBytes() {
        assertThat(checks.disk().details())
                .anyMatch(detail -> detail instanceof CheckResult.Number free
                        && free.name().equals("usableBytes")
                        && free.value() > 0);
    }
}
