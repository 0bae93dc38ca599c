package io.packetboat.aws.wire;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.RequestRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AWS JSON 1.0 and 1.1: the action in {@code X-Amz-Target}, a JSON object in the body.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0</a>
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">x-amzn-query-error</a>
 */
public final class AwsJson implements Protocol {
    private static final String TARGET = "x-amz-target";
    private static final String VERSION_1_0 = "application/x-amz-json-1.0";
    private static final String VERSION_1_1 = "application/x-amz-json-1.1";
    private static final String COMMON_NAMESPACE = "com.amazon.coral.service";
    private static final int NOT_FOUND = 404;

    private final Map<String, Api> apis = new HashMap<>();

    public AwsJson(List<Api> apis) {
        apis.forEach(api -> api.json().ifPresent(json -> this.apis.put(json.target(), api)));
    }

    @Override
    public boolean speaks(WireRequest request) {
        return request.headers().has(TARGET);
    }

    @Override
    public Requested read(WireRequest request) {
        String target = request.headers().firstOrEmpty(TARGET);
        int dot = target.lastIndexOf('.');
        Optional<Api> api = dot < 0 ? Optional.empty() : Optional.ofNullable(apis.get(target.substring(0, dot)));
        Optional<Operation<?>> operation = api.flatMap(found -> found.find(target.substring(dot + 1)));
        if (operation.isEmpty()) {
            throw new RequestRefused(
                    CommonErrors.INVALID_ACTION.withStatus(NOT_FOUND), "The requested operation is not known here.");
        }
        return new Requested(
                api.get(), operation.get(), contentType(request), () -> JsonDocument.parse(request.content()));
    }

    @Override
    public WireAnswer success(Requested requested, Answer answer, String requestId) {
        return new WireAnswer(200, requested.contentType(), JsonMembers.write(answer));
    }

    @Override
    public WireAnswer failure(
            WireRequest request, Optional<Api> api, ErrorCode code, String message, String requestId) {
        byte[] body = JsonMembers.write(members -> {
            members.text("__type", namespace(api, code) + "#" + code.shape());
            members.text("message", message);
        });
        boolean queryCompatible =
                api.flatMap(Api::json).map(Api.Json::queryCompatible).orElse(false);
        Map<String, String> headers = queryCompatible
                ? Map.of(
                        "x-amzn-query-error",
                        code.queryCode() + ";" + code.fault().wireName())
                : Map.of();
        return new WireAnswer(status(code), contentType(request), body, headers);
    }

    private static String namespace(Optional<Api> api, ErrorCode code) {
        return switch (code.origin()) {
            case SERVICE -> api.flatMap(Api::json).map(Api.Json::namespace).orElse(COMMON_NAMESPACE);
            case COMMON -> COMMON_NAMESPACE;
        };
    }

    /** JSON services answer 400 where Query says 403, and to all clients' faults of their own models. */
    private static int status(ErrorCode code) {
        boolean ownFault = code.origin() == ErrorCode.Origin.SERVICE && code.fault() == ErrorCode.Fault.SENDER;
        return ownFault || code.status() == 403 ? 400 : code.status();
    }

    private static String contentType(WireRequest request) {
        return request.headers().firstOrEmpty("content-type").startsWith(VERSION_1_1) ? VERSION_1_1 : VERSION_1_0;
    }
}
