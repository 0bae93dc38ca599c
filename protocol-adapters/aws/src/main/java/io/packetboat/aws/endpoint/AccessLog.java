package io.packetboat.aws.endpoint;

import io.packetboat.aws.wire.Printable;
import io.packetboat.aws.wire.WireAnswer;
import io.packetboat.kernel.Caller;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One line for each request at DEBUG: who, from where, which action, with which outcome, how large, how long. Never bodies,
 * parameters, URLs or signatures.
 */
final class AccessLog {
    /** Operators switch the log on by this name. */
    static final String NAME = "io.packetboat.aws.access";

    private static final Logger LOG = System.getLogger(NAME);

    void record(Exchange exchange, WireAnswer answer) {
        if (!LOG.isLoggable(Level.DEBUG)) {
            return;
        }
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - exchange.startNanos);
        String action = Optional.ofNullable(exchange.requested)
                .map(requested -> requested.api().signingName() + ":"
                        + requested.operation().name())
                .orElse("-");
        String user = Optional.ofNullable(exchange.caller)
                .map(Caller::user)
                .map(Object::toString)
                .orElse("-");
        LOG.log(
                Level.DEBUG,
                "source={0} user={1} action={2} status={3} received={4} sent={5} micros={6} requestId={7} agent={8}",
                exchange.client.source(),
                user,
                action,
                Integer.toString(answer.status()),
                Integer.toString(exchange.request.body().length),
                Integer.toString(answer.body().length),
                Long.toString(micros),
                exchange.requestId,
                Printable.of(exchange.request.headers().firstOrEmpty("user-agent")));
    }
}
