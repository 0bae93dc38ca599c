package io.packetboat.benchmark;

import io.packetboat.broker.BrokerAccess;
import io.packetboat.broker.BrokerOperation;
import io.packetboat.broker.BrokerOperation.Routing;
import io.packetboat.broker.BrokerOperation.Verb;
import io.packetboat.identity.Administrators;
import io.packetboat.identity.BrokerActions;
import io.packetboat.identity.BrokerRights;
import io.packetboat.identity.IdentityChange;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.IdentityDirectory;
import io.packetboat.identity.IdentityStore;
import io.packetboat.identity.Logins;
import io.packetboat.identity.MasterKey;
import io.packetboat.identity.PasswordHash;
import io.packetboat.identity.PasswordHasher;
import io.packetboat.identity.Policy;
import io.packetboat.identity.PolicyName;
import io.packetboat.identity.Rights;
import io.packetboat.identity.User;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.PolicyDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the question "may this user send here?" costs, which the broker asks for each message: with a policy of twenty
 * statements, remembered and decided anew, against an answer without any thought.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RightsCheck {
    private static final int STATEMENTS = 20;
    /** The last statement's, so that all are read. */
    private static final BrokerOperation SEND =
            new BrokerOperation(Verb.SEND, "orders-19", "orders-19", Routing.ANYCAST);
    /** Verdicts that hang on the clock are never remembered. */
    private static final String WHENEVER =
            ",\"Condition\":{\"DateGreaterThan\":{\"aws:CurrentTime\":\"2020-01-01T00:00:00Z\"}}";

    private final Caller caller = new Caller(new UserName("ada"), "192.0.2.1", Caller.Door.MESSAGING);
    private final BrokerAccess nothing = new Unthinking();
    private final BrokerAccess remembering;
    private final BrokerAccess deciding;

    public RightsCheck() {
        try {
            Path folder = Files.createTempDirectory("rights-check");
            remembering = access(folder, "");
            deciding = access(folder, WHENEVER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Setup
    public void requireAllowed() {
        if (!remembering.allows(caller, SEND) || !deciding.allows(caller, SEND)) {
            throw new IllegalStateException("The policy was to allow it");
        }
    }

    @Benchmark
    public boolean floor() {
        return nothing.allows(caller, SEND);
    }

    @Benchmark
    public boolean remembered() {
        return remembering.allows(caller, SEND);
    }

    @Benchmark
    public boolean decided() {
        return deciding.allows(caller, SEND);
    }

    private BrokerAccess access(Path folder, String condition) {
        IdentityConfig config = IdentityConfig.defaults(folder);
        Clock clock = Clock.systemUTC();
        IdentityDirectory directory = IdentityDirectory.open(
                new OneUser(caller.user(), statements(condition)), new Administrators(config, clock));
        Logins logins = new Logins(
                directory,
                MasterKey.open(folder, directory),
                new PasswordHasher(config.passwords()),
                refused -> {},
                config,
                clock);
        return new BrokerRights(
                directory, logins, new Rights(directory, clock), new BrokerActions(config.region(), config.account()));
    }

    private static PolicyDocument statements(String condition) {
        return PolicyDocument.parse(IntStream.range(0, STATEMENTS)
                .mapToObj(i -> ("{\"Effect\":\"Allow\",\"Action\":[\"sqs:SendMessage\",\"sqs:ReceiveMessage\"],"
                                + "\"Resource\":\"arn:aws:sqs:*:*:orders-%d\"%s}")
                        .formatted(i, condition))
                .collect(Collectors.joining(",", "{\"Version\":\"2012-10-17\",\"Statement\":[", "]}")));
    }

    private static final class Unthinking implements BrokerAccess {
        @Override
        public Optional<UserName> login(String user, String password, String source) {
            return Optional.empty();
        }

        @Override
        public boolean allows(Caller caller, BrokerOperation operation) {
            return true;
        }
    }

    private record OneUser(UserName user, PolicyDocument document) implements IdentityStore {
        @Override
        public Definitions load() {
            PolicyName policy = new PolicyName("orders");
            return new Definitions(
                    List.of(new User(user, PasswordHash.NONE, Set.of(), Set.of(policy), Instant.EPOCH)),
                    List.of(),
                    List.of(),
                    List.of(new Policy(policy, document, Instant.EPOCH)));
        }

        @Override
        public long version() {
            return 0;
        }

        @Override
        public boolean apply(List<IdentityChange> changes, long version) {
            throw new UnsupportedOperationException("Nothing changes here");
        }
    }
}
