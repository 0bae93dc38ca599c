package io.packetboat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.UserName;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {
    private static final String ORDERS = "arn:aws:sqs:us-east-1:000000000000:orders";
    private static final RequestContext CONTEXT =
            new RequestContext(new UserName("ada"), "192.0.2.7", true, Instant.parse("2030-01-01T00:00:00Z"));

    @ParameterizedTest(name = "{0} on {1} grants sqs:SendMessage on orders: {2}")
    @CsvSource({
        "sqs:SendMessage,  arn:aws:sqs:us-east-1:000000000000:orders,  ALLOWED",
        "sqs:sendmessage,  arn:aws:sqs:us-east-1:000000000000:orders,  ALLOWED",
        "SQS:SendMessage,  arn:aws:sqs:us-east-1:000000000000:orders,  ALLOWED",
        "sqs:Send*,        arn:aws:sqs:*:*:ord*,                       ALLOWED",
        "sqs:SendMessag?,  arn:aws:sqs:*:*:order?,                     ALLOWED",
        "sqs:*,            *,                                          ALLOWED",
        "*,                *,                                          ALLOWED",
        "sqs:SendMessage,  arn:aws:sqs:us-east-1:000000000000:Orders,  SILENT",
        "sqs:SendMessage,  arn:aws:sqs:eu-west-1:000000000000:orders,  SILENT",
        "sqs:SendMessage,  arn:aws:sns:us-east-1:000000000000:orders,  SILENT",
        "sqs:Receive*,     *,                                          SILENT",
        "sns:SendMessage,  *,                                          SILENT",
        "sqs:Send,         *,                                          SILENT"
    })
    void allowsWhatItNamesAndNothingElse(String action, String resource, Verdict expected) {
        assertThat(decide(statement("Allow", "Action", action, "Resource", resource)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "Deny {0} {1} on {2} {3}: {4}")
    @CsvSource({
        "Action,     sqs:SendMessage,     Resource,     *,                           DENIED",
        "Action,     sqs:DeleteMessage,   Resource,     *,                           SILENT",
        "NotAction,  sqs:DeleteMessage,   Resource,     *,                           DENIED",
        "NotAction,  sqs:*,               Resource,     *,                           SILENT",
        "Action,     *,                   NotResource,  arn:aws:sqs:*:*:invoices,    DENIED",
        "Action,     *,                   NotResource,  arn:aws:sqs:*:*:orders,      SILENT"
    })
    void deniesWhatItNamesOrDoesNotExcept(
            String actionElement, String action, String resourceElement, String resource, Verdict expected) {
        assertThat(decide(statement("Deny", actionElement, action, resourceElement, resource)))
                .isEqualTo(expected);
    }

    @Test
    void oneDenyOutweighsEveryAllowInAnyOrder() {
        String allow = statement("Allow", "Action", "*", "Resource", "*");
        String deny = statement("Deny", "Action", "sqs:SendMessage", "Resource", ORDERS);

        assertThat(decide(allow + "," + deny)).isEqualTo(Verdict.DENIED);
        assertThat(decide(deny + "," + allow)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void listsOfActionsAndResourcesAreAlternatives() {
        assertThat(decide("""
                                {"Effect": "Allow", "Action": ["sqs:ReceiveMessage", "sqs:SendMessage"],
                                 "Resource": ["arn:aws:sqs:*:*:invoices", "arn:aws:sqs:*:*:orders"]}""")).isEqualTo(Verdict.ALLOWED);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    StringEquals              | aws:username        | "ada"                       | true
                    StringEquals              | aws:username        | ["bob", "ada"]              | true
                    StringEquals              | aws:username        | "Ada"                       | false
                    StringEqualsIgnoreCase    | AWS:UserName        | "Ada"                       | true
                    StringNotEquals           | aws:username        | "ada"                       | false
                    StringNotEquals           | aws:username        | ["bob", "eve"]              | true
                    StringNotEqualsIgnoreCase | aws:username        | "ADA"                       | false
                    StringLike                | aws:username        | "a*"                        | true
                    StringLike                | aws:username        | "b*"                        | false
                    StringNotLike             | aws:username        | "a?a"                       | false
                    IpAddress                 | aws:SourceIp        | "192.0.2.0/24"              | true
                    IpAddress                 | aws:SourceIp        | "192.0.2.7"                 | true
                    IpAddress                 | aws:SourceIp        | ["10.0.0.0/8", "192.0.2.8"] | false
                    IpAddress                 | aws:SourceIp        | "2001:db8::/32"             | false
                    IpAddress                 | aws:SourceIp        | "0.0.0.0/0"                 | true
                    NotIpAddress              | aws:SourceIp        | "192.0.2.0/24"              | false
                    NotIpAddress              | aws:SourceIp        | "10.0.0.0/8"                | true
                    Bool                      | aws:SecureTransport | "true"                      | true
                    Bool                      | aws:SecureTransport | false                       | false
                    DateLessThan              | aws:CurrentTime     | "2030-01-01T00:00:01Z"      | true
                    DateLessThan              | aws:CurrentTime     | "2030-01-01T00:00:00Z"      | false
                    DateLessThanEquals        | aws:CurrentTime     | "2030-01-01"                | true
                    DateGreaterThan           | aws:CurrentTime     | "2029-12-31T23:59:59Z"      | true
                    DateGreaterThan           | aws:CurrentTime     | "2030-01-01"                | false
                    DateGreaterThanEquals     | aws:CurrentTime     | "2030-01-01T01:00:00+01:00" | true
                    """)
    void conditionsHoldAsIamSays(String operator, String key, String value, boolean holds) {
        String statement = "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\""
                + operator + "\": {\"" + key + "\": " + value + "}}}";

        assertThat(decide(statement)).isEqualTo(holds ? Verdict.ALLOWED : Verdict.SILENT);
    }

    @Test
    void allConditionsOfAStatementMustHold() {
        assertThat(decide("""
                                {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {
                                 "Bool": {"aws:SecureTransport": "true"}, "StringEquals": {"aws:username": "bob"}}}""")).isEqualTo(Verdict.SILENT);
    }

    @Test
    void aSourceThatIsNoAddressLiesInNoRange() {
        RequestContext component = new RequestContext(CONTEXT.requester(), "scheduler", false, CONTEXT.now());
        PolicyDocument document = document("""
                {"Effect": "Deny", "Action": "*", "Resource": "*",
                 "Condition": {"NotIpAddress": {"aws:SourceIp": "0.0.0.0/0"}}}""");

        assertThat(document.decide(Permission.on(Action.parse("sqs:SendMessage"), Arn.parse(ORDERS)), component))
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void aLinkLocalClientIsNoStrangerForTheNameOfItsInterface() {
        RequestContext linkLocal =
                new RequestContext(CONTEXT.requester(), "fe80:0:0:0:0:0:0:1%eth0", false, CONTEXT.now());
        PolicyDocument document = document("""
                {"Effect": "Deny", "Action": "*", "Resource": "*",
                 "Condition": {"IpAddress": {"aws:SourceIp": "fe80::/10"}}}""");

        assertThat(document.decide(Permission.on(Action.parse("sqs:SendMessage"), Arn.parse(ORDERS)), linkLocal))
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void aWildcardConsumerIsDeniedWhenAnythingItMayReachIsDenied() {
        String allow = statement("Allow", "Action", "sns:Subscribe", "Resource", "arn:aws:sns:*:*:prices*");
        String deny = statement("Deny", "Action", "sns:Subscribe", "Resource", "arn:aws:sns:*:*:prices.secret");
        Permission all = new Permission(
                Action.parse("sns:Subscribe"), Arn.parse("arn:aws:sns:us-east-1:000000000000:prices.#"), true);

        assertThat(document(allow).decide(all, CONTEXT)).isEqualTo(Verdict.ALLOWED);
        assertThat(document(allow + "," + deny).decide(all, CONTEXT)).isEqualTo(Verdict.DENIED);
    }

    @Test
    void tellsWhetherVerdictsDependOnOriginOrTime() {
        assertThat(document(statement("Allow", "Action", "*", "Resource", "*")).asksOrigin())
                .isFalse();
        assertThat(document(conditional("IpAddress", "aws:SourceIp", "10.0.0.0/8"))
                        .asksOrigin())
                .isTrue();
        assertThat(document(conditional("Bool", "aws:SecureTransport", "true")).asksOrigin())
                .isTrue();
        assertThat(document(conditional("DateLessThan", "aws:CurrentTime", "2030-01-01"))
                        .asksTime())
                .isTrue();
        assertThat(document(conditional("StringEquals", "aws:username", "ada")).asksTime())
                .isFalse();
    }

    private static Verdict decide(String statements) {
        return document(statements).decide(Permission.on(Action.parse("sqs:SendMessage"), Arn.parse(ORDERS)), CONTEXT);
    }

    private static PolicyDocument document(String statements) {
        return PolicyDocument.parse("{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}");
    }

    private static String statement(
            String effect, String actionElement, String action, String element, String resource) {
        return "{\"Effect\": \"%s\", \"%s\": \"%s\", \"%s\": \"%s\"}"
                .formatted(effect, actionElement, action, element, resource);
    }

    private static String conditional(String operator, String key, String value) {
        return "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"%s\": {\"%s\": \"%s\"}}}"
                .formatted(operator, key, value);
    }
}
