package io.packetboat.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.audit.AuditRecord.Outcome;
import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.Region;
import io.packetboat.kernel.TestingClock;
import io.packetboat.kernel.UserName;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditedCommandsTest {
    private static final Caller ADA = new Caller(new UserName("ada"), "192.0.2.1", Caller.Door.ADMIN);

    private final TestingClock clock = new TestingClock();
    private final InMemoryAuditStore store = new InMemoryAuditStore();
    private final AuditedCommands interceptor = new AuditedCommands(recorder(store), clock);

    @Test
    void aCommandIsRecordedWithItsCallerAndItsSubjectsAndNothingElse() throws Exception {
        Object answer = interceptor.recordCommand(new Call("rename", ADA, "old", "new", "secret"));

        assertThat(answer).isEqualTo("renamed");
        assertThat(store.records())
                .containsExactly(new AuditRecord(
                        clock.instant(),
                        "ada",
                        "192.0.2.1",
                        Caller.Door.ADMIN,
                        "test:Rename",
                        "old new",
                        Outcome.SUCCEEDED,
                        ""));
    }

    @Test
    void aRefusedCommandIsRecordedAsDeniedAndStaysRefused() {
        assertThatThrownBy(() -> interceptor.recordCommand(new Call("forbidden", ADA)))
                .isInstanceOf(Forbidden.class);

        assertThat(store.records()).extracting(AuditRecord::outcome).containsExactly(Outcome.DENIED);
        assertThat(store.records()).extracting(AuditRecord::failure).containsExactly("Forbidden");
    }

    @Test
    void aFailedCommandIsRecordedByItsFailuresName() {
        assertThatThrownBy(() -> interceptor.recordCommand(new Call("broken", ADA)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.records()).extracting(AuditRecord::outcome).containsExactly(Outcome.FAILED);
        assertThat(store.records()).extracting(AuditRecord::failure).containsExactly("IllegalStateException");
    }

    @Test
    void aCommandWhoseRecordCannotBeWrittenIsNoSuccess() {
        AuditedCommands withoutStore = new AuditedCommands(recorder(new FailingStore()), clock);

        assertThatThrownBy(() -> withoutStore.recordCommand(new Call("rename", ADA, "old", "new", "secret")))
                .isInstanceOf(StoreFailed.class);
    }

    @Test
    void theCallerHearsOfTheCommandsOwnFailureFirst() {
        AuditedCommands withoutStore = new AuditedCommands(recorder(new FailingStore()), clock);

        assertThatThrownBy(() -> withoutStore.recordCommand(new Call("forbidden", ADA)))
                .isInstanceOf(Forbidden.class)
                .hasSuppressedException(new StoreFailed());
    }

    @Test
    void recordsWhoseTimeIsOverGoWithLaterOnes() throws Exception {
        interceptor.recordCommand(new Call("rename", ADA, "first", "", ""));
        clock.advance(Duration.ofDays(91));

        interceptor.recordCommand(new Call("rename", ADA, "second", "", ""));

        assertThat(store.records()).extracting(AuditRecord::resource).containsExactly("second ");
    }

    private AuditRecorder recorder(AuditStore records) {
        AuditConfig config =
                new AuditConfig(new AccountId("000000000000"), new Region("us-east-1"), AuditConfig.DEFAULT_RETENTION);
        return new AuditRecorder(records, config, clock);
    }

    static class Commands {
        @Audited("test:Rename")
        public String rename(Caller caller, @AuditSubject String from, @AuditSubject String to, String secret) {
            return "renamed";
        }

        @Audited("test:Forbidden")
        public void forbidden(Caller caller) {
            throw new Forbidden();
        }

        @Audited("test:Broken")
        public void broken(Caller caller) {
            throw new IllegalStateException();
        }
    }

    /** What the container would hand to the interceptor. */
    private static final class Call implements InvocationContext {
        private final Method method;
        private final Object[] arguments;

        Call(String name, Object... arguments) throws ReflectiveOperationException {
            Class<?>[] types = new Class<?>[arguments.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = arguments[i].getClass();
            }
            this.method = Commands.class.getMethod(name, types);
            this.arguments = arguments;
        }

        @Override
        public @Nullable Object proceed() throws Exception {
            try {
                return method.invoke(new Commands(), arguments);
            } catch (InvocationTargetException e) {
                throw (Exception) e.getCause();
            }
        }

        @Override
        public Method getMethod() {
            return method;
        }

        @Override
        public Object[] getParameters() {
            return arguments;
        }

        @Override
        public Object getTarget() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getTimer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Constructor<?> getConstructor() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setParameters(Object[] parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Object> getContextData() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Forbidden extends PacketboatException {
        private static final long serialVersionUID = 1L;

        Forbidden() {
            super(ErrorKind.FORBIDDEN, "as the test wants it");
        }
    }

    private static final class StoreFailed extends PacketboatException {
        private static final long serialVersionUID = 1L;

        StoreFailed() {
            super(ErrorKind.UNAVAILABLE, "as the test wants it");
        }
    }

    private static final class FailingStore implements AuditStore {
        @Override
        public void append(AuditRecord record) {
            throw new StoreFailed();
        }

        @Override
        public Page<AuditRecord> listNewestFirst(PageRequest page) {
            throw new StoreFailed();
        }

        @Override
        public int deleteBefore(Instant moment, int most) {
            throw new StoreFailed();
        }
    }
}
