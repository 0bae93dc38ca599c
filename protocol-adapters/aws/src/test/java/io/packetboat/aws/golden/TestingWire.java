package io.packetboat.aws.golden;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.wire.AwsJson;
import io.packetboat.aws.wire.AwsQuery;
import io.packetboat.aws.wire.Protocol;
import io.packetboat.aws.wire.Requested;
import io.packetboat.aws.wire.WireAnswer;
import io.packetboat.aws.wire.WireHeaders;
import io.packetboat.aws.wire.WireRequest;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.UserName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Carries requests to an API's actions as the endpoint does, without a network and a signature. */
public final class TestingWire {
    private static final String REQUEST_ID = "11111111-2222-4333-8444-555555555555";

    private final Api api;
    private final AwsJson json;
    private final AwsQuery query;

    public TestingWire(Api api) {
        this.api = api;
        this.json = new AwsJson(List.of(api));
        this.query = new AwsQuery(List.of(api), request -> Optional.empty());
    }

    /** Status, the header of errors where there is one, and the body. */
    public String answer(String action, GoldenFile.Exchange exchange) {
        WireAnswer answer = exchange.json()
                ? answer(json, jsonRequest(action, exchange.request()))
                : answer(query, formRequest("Action=" + action + "&Version=" + version() + "&" + exchange.request()));
        StringBuilder shown = new StringBuilder().append(answer.status()).append('\n');
        answer.headers()
                .forEach((name, value) ->
                        shown.append(name).append(": ").append(value).append('\n'));
        return shown.append(new String(answer.body(), StandardCharsets.UTF_8)).toString();
    }

    private String version() {
        return api.query().orElseThrow().version();
    }

    private WireAnswer answer(Protocol protocol, WireRequest request) {
        try {
            Requested requested = protocol.read(request);
            return protocol.success(requested, call(requested.operation(), requested), REQUEST_ID);
        } catch (CompletionException e) {
            return failure(protocol, request, (PacketboatException) e.getCause());
        } catch (PacketboatException e) {
            return failure(protocol, request, e);
        }
    }

    private WireAnswer failure(Protocol protocol, WireRequest request, PacketboatException failure) {
        return protocol.failure(
                request, Optional.of(api), api.errors().codeOf(failure), failure.getMessage(), REQUEST_ID);
    }

    private static <R> Answer call(Operation<R> operation, Requested requested) {
        return operation
                .handle(operation.read(requested.parameters().get()), call())
                .toCompletableFuture()
                .join();
    }

    private static Call call() {
        Caller caller = new Caller(new UserName("alice"), "127.0.0.1", Caller.Door.AWS, false);
        return new Call(caller, "http://localhost:4566", "/", REQUEST_ID, new CompletableFuture<>());
    }

    private static WireRequest jsonRequest(String action, String body) {
        return request(
                Map.of("content-type", "application/x-amz-json-1.0", "x-amz-target", "AmazonSQS." + action), body);
    }

    private static WireRequest formRequest(String body) {
        return request(Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"), body);
    }

    private static WireRequest request(Map<String, String> headers, String body) {
        WireHeaders.Builder all = WireHeaders.builder();
        headers.forEach(all::add);
        return new WireRequest("POST", "/", "", all.build(), body.getBytes(StandardCharsets.UTF_8));
    }
}
