package io.packetboat.audit;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.StringJoiner;

/**
 * Writes the audit record of every {@link Audited} command, right after the command and before its answer.
 *
 * <p>The record is a transaction of its own: a crash between the two leaves a change without its record, never an
 * answered one. A command whose record cannot be written is not answered as a success, although its change stays.
 */
@Audited
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class AuditedCommands {
    private final AuditRecorder recorder;
    private final Clock clock;

    @Inject
    public AuditedCommands(AuditRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    @AroundInvoke
    Object recordCommand(InvocationContext invocation) throws Exception {
        Object answer;
        try {
            answer = invocation.proceed();
        } catch (PacketboatException e) {
            boolean denied = e.kind() == ErrorKind.FORBIDDEN;
            recordFailure(invocation, denied ? AuditRecord.Outcome.DENIED : AuditRecord.Outcome.FAILED, e);
            throw e;
        } catch (Exception e) {
            recordFailure(invocation, AuditRecord.Outcome.FAILED, e);
            throw e;
        }
        recorder.record(record(invocation, AuditRecord.Outcome.SUCCEEDED, ""));
        return answer;
    }

    /** The caller must hear of the command's own failure, even if the record of it cannot be written. */
    private void recordFailure(InvocationContext invocation, AuditRecord.Outcome outcome, Exception failure) {
        try {
            recorder.record(record(invocation, outcome, failure.getClass().getSimpleName()));
        } catch (PacketboatException e) {
            failure.addSuppressed(e);
        }
    }

    private AuditRecord record(InvocationContext invocation, AuditRecord.Outcome outcome, String failure) {
        Method method = invocation.getMethod();
        Object[] arguments = invocation.getParameters();
        Caller caller = (Caller) arguments[0];
        return new AuditRecord(
                clock.instant(),
                caller.user().value(),
                caller.source(),
                caller.door(),
                method.getAnnotation(Audited.class).value(),
                subject(method.getParameters(), arguments),
                outcome,
                failure);
    }

    private static String subject(Parameter[] parameters, Object[] arguments) {
        StringJoiner subject = new StringJoiner(" ");
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isAnnotationPresent(AuditSubject.class)) {
                subject.add(String.valueOf(arguments[i]));
            }
        }
        return subject.toString();
    }
}
