package io.packetboat.aws.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, byte by byte. */
class ProtocolsTest {
    private static final String ID = "11111111-2222-4333-8444-555555555555";
    private static final ErrorCode MISSING_THING = ErrorCode.of("ThingDoesNotExist", "AWS.Testing.NonExistentThing");

    private final Api api = new TestingApi().api();
    private final AwsJson json = new AwsJson(List.of(api));
    private final AwsQuery query = new AwsQuery(List.of(api), request -> Optional.empty());

    @Test
    void jsonSaysEveryKindOfValueAndIsAnsweredInJson() {
        String body = """
                {"Text":"a \\"b\\" ü","Count":3,"Share":0.5,"Enabled":true,"Bytes":"AQI=","At":1700000000,"Names":["x","y"],\
                "Attributes":{"k":"v"},"Items":[{"Id":"1"},{"Id":"2"}],"Tags":{"t":{"Kind":"big"}},"Unknown":[1,{"a":null}]}""";

        assertThat(answer(json, jsonRequest("Echo", body))).isEqualTo("""
                        {"Text":"a \\"b\\" ü","Count":3,"Share":0.5,"Enabled":true,"Bytes":"AQI=","At":1700000000.000,\
                        "Names":["x","y"],"Attributes":{"k":"v"},"Items":[{"Id":"1"},{"Id":"2"}],"Tags":{"t":{"Kind":"big"}}}""");
    }

    @Test
    void queryIsReadFromAFormAndAnsweredInXml() {
        String form =
                "Action=Echo&Version=2026-11-22&Text=a+%3Cb%3E%20%C3%BC&Count=3&Share=0.5&Enabled=true&Bytes=AQI%3D"
                        + "&At=1700000000&Name.2=y&Name.1=x&Attribute.1.Name=k&Attribute.1.Value=v&Items.member.1.Id=1"
                        + "&Items.member.10.Id=2&Tags.entry.1.key=t&Tags.entry.1.value.Kind=big";

        assertThat(answer(query, formRequest(form)))
                .isEqualTo("<?xml version=\"1.0\"?><EchoResponse xmlns=\"http://testing.example/doc/2026-11-22/\">"
                        + "<EchoResult><Text>a &lt;b&gt; ü</Text><Count>3</Count><Share>0.5</Share><Enabled>true</Enabled>"
                        + "<Bytes>AQI=</Bytes><At>2023-11-14T22:13:20Z</At><Name>x</Name><Name>y</Name>"
                        + "<Attribute><Name>k</Name><Value>v</Value></Attribute>"
                        + "<Items><member><Id>1</Id></member><member><Id>2</Id></member></Items>"
                        + "<Tags><entry><key>t</key><value><Kind>big</Kind></value></entry></Tags></EchoResult>"
                        + "<ResponseMetadata><RequestId>" + ID + "</RequestId></ResponseMetadata></EchoResponse>");
    }

    @Test
    void queryIsReadFromTheUrlToo() {
        WireRequest request = new WireRequest(
                "GET",
                "/",
                "Action=Echo&Version=2026-11-22&Text=in+the+URL",
                WireHeaders.builder().build(),
                new byte[0]);

        assertThat(answer(query, request)).contains("<Text>in the URL</Text>");
    }

    @Test
    void anActionWithoutOutputIsAnsweredWithoutResult() {
        assertThat(answer(json, jsonRequest("Nothing", "{}"))).isEqualTo("{}");
        assertThat(answer(query, formRequest("Action=Nothing&Version=2026-11-22")))
                .isEqualTo("<?xml version=\"1.0\"?><NothingResponse xmlns=\"http://testing.example/doc/2026-11-22/\">"
                        + "<ResponseMetadata><RequestId>" + ID + "</RequestId></ResponseMetadata></NothingResponse>");
    }

    @Test
    void anErrorOfTheServiceIsNamedAsEachProtocolExpects() {
        WireAnswer inJson = json.failure(jsonRequest("Refuse", "{}"), Optional.of(api), MISSING_THING, "Gone <x>.", ID);
        WireAnswer inXml = query.failure(formRequest(""), Optional.of(api), MISSING_THING, "Gone <x>.", ID);

        assertThat(inJson.status()).isEqualTo(400);
        assertThat(inJson.contentType()).isEqualTo("application/x-amz-json-1.0");
        assertThat(text(inJson))
                .isEqualTo("{\"__type\":\"com.example.testing#ThingDoesNotExist\",\"message\":\"Gone <x>.\"}");
        assertThat(inJson.headers()).containsEntry("x-amzn-query-error", "AWS.Testing.NonExistentThing;Sender");
        assertThat(inXml.status()).isEqualTo(400);
        assertThat(text(inXml))
                .isEqualTo(
                        "<?xml version=\"1.0\"?><ErrorResponse xmlns=\"http://testing.example/doc/2026-11-22/\"><Error>"
                                + "<Type>Sender</Type><Code>AWS.Testing.NonExistentThing</Code><Message>Gone &lt;x&gt;.</Message>"
                                + "<Detail></Detail></Error><RequestId>" + ID + "</RequestId></ErrorResponse>");
    }

    @Test
    void anErrorOfAllServicesHasTheCommonNamespaceAndTheProtocolsStatus() {
        WireAnswer inJson = json.failure(
                jsonRequest("Echo", "{}"), Optional.of(api), CommonErrors.SIGNATURE_DOES_NOT_MATCH, "No.", ID);
        WireAnswer inXml =
                query.failure(formRequest(""), Optional.of(api), CommonErrors.SIGNATURE_DOES_NOT_MATCH, "No.", ID);

        assertThat(inJson.status()).isEqualTo(400);
        assertThat(text(inJson)).contains("\"com.amazon.coral.service#InvalidSignatureException\"");
        assertThat(inJson.headers()).containsEntry("x-amzn-query-error", "SignatureDoesNotMatch;Sender");
        assertThat(inXml.status()).isEqualTo(403);
        assertThat(text(inXml)).contains("<Code>SignatureDoesNotMatch</Code>");
    }

    @Test
    void charactersThatXmlCannotHoldAreReplaced() {
        assertThat(answer(query, formRequest("Action=Echo&Version=2026-11-22&Text=a%01b%0D%F0%9F%98%80")))
                .contains("<Text>a\ufffdb&#xD;\ud83d\ude00</Text>");
    }

    @Test
    void jsonOnePointOneIsAnsweredAsSuch() {
        WireRequest request =
                request(Map.of("x-amz-target", "Testing.Nothing", "content-type", "application/x-amz-json-1.1"), "{}");

        assertThat(json.read(request).contentType()).isEqualTo("application/x-amz-json-1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Testing.Nowhere", "Nowhere.Echo", "Echo", "", ".", "Testing."})
    void anUnknownTargetIsRefused(String target) {
        assertRefused(() -> json.read(request(Map.of("x-amz-target", target), "{}")), "UnknownOperationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"x\"",
                "{",
                "{\"a\":}",
                "{\"a\":1}{}",
                "{\"a\":1}x",
                "nonsense",
                "{\"Names\":[null]}",
                "{\"a\":NaN}"
            })
    void whatIsNoJsonObjectIsRefused(String body) {
        assertRefused(() -> json.read(jsonRequest("Echo", body)).parameters().get(), "SerializationException");
    }

    @Test
    void deepJsonIsRefused() {
        assertRefused(
                () -> json.read(jsonRequest("Echo", "{\"a\":" + "[".repeat(100_000)))
                        .parameters()
                        .get(),
                "SerializationException");
    }

    @Test
    void jsonOfVeryManyValuesIsRefused() {
        String many = "{\"a\":[" + "[],".repeat(150_000) + "[]]}";

        assertRefused(() -> json.read(jsonRequest("Echo", many)).parameters().get(), "SerializationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Text\":1}",
                "{\"Count\":\"3\"}",
                "{\"Count\":2147483648}",
                "{\"Count\":1.5}",
                "{\"Enabled\":\"true\"}",
                "{\"Bytes\":\"?\"}",
                "{\"Names\":\"x\"}",
                "{\"Names\":[1]}",
                "{\"Attributes\":[]}",
                "{\"Items\":[\"x\"]}"
            })
    void aJsonValueOfTheWrongTypeIsRefused(String body) {
        assertRefused(() -> answer(json, jsonRequest("Echo", body)), "SerializationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Version=2026-11-22", "Action="})
    void aFormWithoutActionIsRefused(String form) {
        assertRefused(() -> query.read(formRequest(form)), "MissingActionException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Action=Nowhere", "Action=Nowhere&Version=2026-11-22", "Action=Nowhere&Version=1900-01-01"})
    void anUnknownActionIsRefused(String form) {
        assertRefused(() -> query.read(formRequest(form)), "UnknownOperationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Action=%", "Action=%4", "Action=%zz", "Action=%ff", "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q=1"})
    void aBrokenFormIsRefused(String form) {
        assertRefused(() -> query.read(formRequest(form)), "SerializationException");
    }

    @Test
    void aFormOfVeryManyParametersIsRefused() {
        assertRefused(() -> query.read(formRequest("a&".repeat(10_001))), "SerializationException");
    }

    @Test
    void aNumberThatIsNoneIsRefusedWithTheParametersName() {
        assertThatThrownBy(() -> answer(query, formRequest("Action=Echo&Version=2026-11-22&Count=three")))
                .hasMessage("Value three for parameter Count is invalid. Reason: Must be an integer.");
    }

    private static void assertRefused(Runnable reading, String shape) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.code().shape()).isEqualTo(shape));
    }

    private static String answer(Protocol protocol, WireRequest request) {
        Requested requested = protocol.read(request);
        return text(protocol.success(requested, carriedOut(requested.operation(), requested), ID));
    }

    private static <R> Answer carriedOut(Operation<R> operation, Requested requested) {
        Call call = new Call(
                new Caller(new UserName("alice"), "192.0.2.1", Caller.Door.AWS),
                "http://localhost:4566",
                "/",
                ID,
                new CompletableFuture<>());
        return operation
                .handle(operation.read(requested.parameters().get()), call)
                .toCompletableFuture()
                .join();
    }

    private static WireRequest jsonRequest(String action, String body) {
        return request(TestingApi.jsonHeaders(action), body);
    }

    private static WireRequest formRequest(String form) {
        return request(Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"), form);
    }

    private static WireRequest request(Map<String, String> headers, String body) {
        WireHeaders.Builder all = WireHeaders.builder();
        headers.forEach(all::add);
        return new WireRequest("POST", "/", "", all.build(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(WireAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
