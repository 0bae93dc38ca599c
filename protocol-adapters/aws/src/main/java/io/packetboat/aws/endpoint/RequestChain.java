package io.packetboat.aws.endpoint;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.operation.ErrorTable;
import io.packetboat.aws.operation.OpenOperation;
import io.packetboat.aws.operation.OpenPages;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.operation.Visit;
import io.packetboat.aws.sigv4.SignatureVerifier;
import io.packetboat.aws.wire.AwsJson;
import io.packetboat.aws.wire.AwsQuery;
import io.packetboat.aws.wire.Protocol;
import io.packetboat.aws.wire.Requested;
import io.packetboat.aws.wire.WireAnswer;
import io.packetboat.aws.wire.WireRequest;
import io.packetboat.identity.SigningKeys;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * From a request to its answer, step by step. Safe for any number of threads; never blocks.
 *
 * <p>A step raises what keeps the request from going on; {@link #onFailure} makes an answer of it in the words of the
 * request's protocol.
 */
final class RequestChain {
    private static final Logger LOG = System.getLogger(RequestChain.class.getName());

    private final List<Api> apis;
    private final List<Protocol> protocols;
    private final AwsQuery fallback;
    private final SignatureVerifier verifier;
    private final SigningKeys keys;
    private final BlockingWork blockingWork;
    private final int maxBody;
    private final AccessLog accessLog = new AccessLog();
    private final OpenDoor openDoor = new OpenDoor();
    private final List<Consumer<Exchange>> chain =
            List.of(this::inflate, this::identifyProtocol, this::readAction, this::verifySignature);

    RequestChain(List<Api> apis, SigningKeys keys, BlockingWork blockingWork, Clock clock, int maxBody) {
        this.apis = apis;
        this.fallback = new AwsQuery(apis, SignatureVerifier::claimedService);
        this.protocols = List.of(new AwsJson(apis), fallback);
        this.verifier = new SignatureVerifier(keys::find, clock);
        this.keys = keys;
        this.blockingWork = blockingWork;
        this.maxBody = maxBody;
    }

    /**
     * The answer to a whole request. Whatever goes wrong in an action becomes an answer; the stage fails only where the
     * loop takes nothing any more.
     *
     * @param loop of the connection; the answer is put in its protocol's words there, and not on the thread that completed
     *     the action, which may be the broker's
     */
    CompletionStage<WireAnswer> answer(Exchange exchange, Executor loop) {
        Optional<OpenPages.Page> page = openPage(exchange.request);
        if (page.isPresent()) {
            return CompletableFuture.completedStage(logged(exchange, show(page.get())));
        }
        return CompletableFuture.completedStage(exchange)
                .thenCompose(this::carriedOut)
                .thenApplyAsync(answer -> success(exchange, answer), loop)
                .handleAsync((answer, failure) -> failure == null ? answer : onFailure(exchange, failure), loop)
                .thenApply(answer -> logged(exchange, answer));
    }

    /** The answer to a request that was not received to its end. */
    WireAnswer refuse(Exchange exchange, ErrorCode code, String message) {
        return logged(exchange, onFailure(exchange, new RequestRefused(code, message)));
    }

    private Optional<OpenPages.Page> openPage(WireRequest request) {
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        return apis.stream()
                .flatMap(api -> api.pages().find(request.path()).stream())
                .findFirst();
    }

    private static WireAnswer show(OpenPages.Page page) {
        return new WireAnswer(200, page.contentType(), page.body(), Map.of());
    }

    private CompletionStage<Answer> carriedOut(Exchange exchange) {
        chain.forEach(step -> step.accept(exchange));
        Requested requested = Objects.requireNonNull(exchange.requested);
        return call(requested.operation(), requested, exchange);
    }

    private WireAnswer success(Exchange exchange, Answer answer) {
        return protocolOf(exchange).success(Objects.requireNonNull(exchange.requested), answer, exchange.requestId);
    }

    private void inflate(Exchange exchange) {
        String encoding =
                exchange.request.headers().firstOrEmpty("content-encoding").toLowerCase(Locale.ROOT);
        // The Java SDK says aws-chunked only together with a STREAMING payload, which the signature step refuses.
        if (encoding.equals("gzip")) {
            byte[] inflated = Gzip.inflate(exchange.request.body(), maxBody);
            if (!exchange.share.take(inflated.length)) {
                throw new RequestRefused(
                        CommonErrors.SERVICE_UNAVAILABLE, "Too many requests at a time; try again later.");
            }
            exchange.request = exchange.request.withContent(inflated);
        }
    }

    private void identifyProtocol(Exchange exchange) {
        for (Protocol protocol : protocols) {
            if (protocol.speaks(exchange.request)) {
                exchange.protocol = protocol;
                return;
            }
        }
    }

    private void readAction(Exchange exchange) {
        exchange.requested = protocolOf(exchange).read(exchange.request);
    }

    private void verifySignature(Exchange exchange) {
        Requested requested = Objects.requireNonNull(exchange.requested);
        if (requested.operation() instanceof OpenOperation && !SignatureVerifier.isSigned(exchange.request)) {
            return;
        }
        exchange.caller = new Caller(
                verifier.verify(exchange.request, requested.api().signingName()),
                exchange.client.source(),
                Caller.Door.AWS,
                exchange.client.secure());
    }

    private <R> CompletionStage<Answer> call(Operation<R> operation, Requested requested, Exchange exchange) {
        R request = operation.read(requested.parameters().get());
        Caller caller = exchange.caller;
        if (caller != null) {
            return operation.handle(request, callOf(exchange, caller));
        }
        if (operation instanceof OpenOperation<R> open) {
            return openDoor.admit(() -> open.handleUnsigned(request, visitOf(exchange)));
        }
        throw new IllegalStateException("nobody verified who calls " + operation.name());
    }

    private static Call callOf(Exchange exchange, Caller caller) {
        return new Call(
                caller,
                PublicAddress.of(exchange.request, exchange.client.secure()),
                exchange.request.path(),
                exchange.requestId,
                exchange.client.givenUp());
    }

    private static Visit visitOf(Exchange exchange) {
        Client client = exchange.client;
        return new Visit(
                client.source(),
                client.secure(),
                PublicAddress.of(exchange.request, client.secure()),
                exchange.requestId);
    }

    private WireAnswer onFailure(Exchange exchange, Throwable raised) {
        Throwable failure =
                raised instanceof CompletionException && raised.getCause() != null ? raised.getCause() : raised;
        if (failure instanceof PacketboatException fact && fact.kind() != ErrorKind.INTERNAL) {
            ErrorCode code =
                    exchange.api().map(Api::errors).orElse(ErrorTable.COMMON).codeOf(fact);
            tellOfRefusedSignature(exchange, code);
            return failureOf(exchange, code, String.valueOf(fact.getMessage()));
        }
        if (failure instanceof CancellationException) {
            return failureOf(exchange, CommonErrors.SERVICE_UNAVAILABLE, "The request was given up.");
        }
        LOG.log(Level.ERROR, "a request failed, requestId=" + exchange.requestId, failure);
        return failureOf(
                exchange, CommonErrors.INTERNAL_FAILURE, "We encountered an internal error. Please try again.");
    }

    /** Only key and source; the record goes to the database, which no event loop may wait for. */
    private void tellOfRefusedSignature(Exchange exchange, ErrorCode code) {
        if (code != CommonErrors.SIGNATURE_DOES_NOT_MATCH && code != CommonErrors.INVALID_TOKEN) {
            return;
        }
        String key = SignatureVerifier.claimedKey(exchange.request);
        String source = exchange.client.source();
        // Nobody waits for it; where too much waits already it is left out.
        var unused = blockingWork.startWithoutAnswer(() -> keys.refused(key, source));
    }

    private WireAnswer failureOf(Exchange exchange, ErrorCode code, String message) {
        Optional<Api> api = exchange.api();
        return protocolOf(exchange).failure(exchange.request, api, code, message, exchange.requestId);
    }

    private Protocol protocolOf(Exchange exchange) {
        if (exchange.protocol == null) {
            identifyProtocol(exchange);
        }
        return Objects.requireNonNullElse(exchange.protocol, fallback);
    }

    private WireAnswer logged(Exchange exchange, WireAnswer answer) {
        accessLog.record(exchange, answer);
        return answer;
    }
}
