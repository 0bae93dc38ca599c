package io.packetboat.aws.wire;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.RequestRefused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * AWS Query: a form in the body or in the URL, XML back.
 *
 * <p>Which service is meant is told by the parameter {@code Version}, else by the service that the request is signed for,
 * else by the action, as far as only one service has it.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">AWS Query</a>
 */
public final class AwsQuery implements Protocol {
    private static final String XML = "text/xml";

    private final List<Api> apis;
    private final Function<WireRequest, Optional<String>> signedFor;

    /** @param signedFor the signing name of the service that a request claims to be signed for; nothing is verified by it */
    public AwsQuery(List<Api> apis, Function<WireRequest, Optional<String>> signedFor) {
        this.apis = apis.stream().filter(api -> api.query().isPresent()).toList();
        this.signedFor = signedFor;
    }

    /** Last of all protocols, it takes whatever no other one does. */
    @Override
    public boolean speaks(WireRequest request) {
        return true;
    }

    @Override
    public Requested read(WireRequest request) {
        QueryParameters form = new QueryParameters(Form.parse(request.query(), formBody(request)));
        String action = form.text("Action")
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> new RequestRefused(
                        CommonErrors.MISSING_ACTION, "The request must contain the parameter Action."));
        Api api = apiOf(action, form.text("Version"), request).orElseThrow(() -> unknown(action));
        Operation<?> operation = api.find(action).orElseThrow(() -> unknown(action));
        return new Requested(api, operation, XML, () -> form);
    }

    @Override
    public WireAnswer success(Requested requested, Answer answer, String requestId) {
        String action = requested.operation().name();
        String namespace = requested.api().query().map(Api.Query::namespace).orElse("");
        XmlMembers xml = new XmlMembers();
        xml.start(action + "Response", namespace);
        if (answer != Answer.NONE) {
            xml.element(action + "Result", () -> answer.writeTo(xml));
        }
        xml.element("ResponseMetadata", () -> xml.text("RequestId", requestId));
        xml.end(action + "Response");
        return new WireAnswer(200, XML, xml.bytes());
    }

    @Override
    public WireAnswer failure(
            WireRequest request, Optional<Api> api, ErrorCode code, String message, String requestId) {
        XmlMembers xml = new XmlMembers();
        xml.start(
                "ErrorResponse",
                api.flatMap(Api::query).map(Api.Query::namespace).orElse(""));
        xml.element("Error", () -> {
            xml.text("Type", code.fault().wireName());
            xml.text("Code", code.queryCode());
            xml.text("Message", message);
            xml.element("Detail", () -> {});
        });
        xml.text("RequestId", requestId);
        xml.end("ErrorResponse");
        return new WireAnswer(code.status(), XML, xml.bytes());
    }

    /** Services share names of actions (AddPermission is one of SQS and of SNS). */
    private Optional<Api> apiOf(String action, Optional<String> version, WireRequest request) {
        List<Api> ofVersion = version.map(this::ofVersion).orElse(List.of());
        List<Api> able = (ofVersion.isEmpty() ? apis : ofVersion)
                .stream().filter(api -> api.find(action).isPresent()).toList();
        if (able.size() < 2) {
            return able.stream().findFirst();
        }
        Optional<String> service = signedFor.apply(request);
        return able.stream()
                .filter(api -> service.filter(api.signingName()::equals).isPresent())
                .findFirst()
                .or(() -> able.stream().findFirst());
    }

    private List<Api> ofVersion(String version) {
        return apis.stream()
                .filter(api -> api.query().orElseThrow().version().equals(version))
                .toList();
    }

    private static byte[] formBody(WireRequest request) {
        String type = request.headers().firstOrEmpty("content-type").toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded") ? request.content() : new byte[0];
    }

    private static RequestRefused unknown(String action) {
        return new RequestRefused(
                CommonErrors.INVALID_ACTION,
                "The action " + Printable.of(action) + " is not valid for this web service.");
    }
}
