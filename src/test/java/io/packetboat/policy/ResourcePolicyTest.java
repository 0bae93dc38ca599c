package io.packetboat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.UserName;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies of queues in the forms that AWS's guides, Terraform and CDK give them. */
class ResourcePolicyTest {
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:orders";
    private static final Arn TOPIC = Arn.parse("arn:aws:sns:us-east-1:000000000000:prices");
    private static final Permission SEND = Permission.on(Action.parse("sqs:SendMessage"), Arn.parse(QUEUE));
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final RequestContext USER = new RequestContext(new UserName("ada"), "192.0.2.7", false, NOW);
    private static final RequestContext SNS = service(ServicePrincipal.SNS);

    @Test
    void theStatementThatTerraformAndCdkPutOnAQueueForATopicIsForThatTopicAlone() {
        ResourcePolicy policy = ResourcePolicy.parse("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
                 "Action": "sqs:SendMessage", "Resource": "%s",
                 "Condition": {"ArnEquals": {"aws:SourceArn": "%s"}}}]}""".formatted(QUEUE, TOPIC));
        Arn other = Arn.parse("arn:aws:sns:us-east-1:000000000000:news");

        assertThat(policy.decide(SEND, SNS)).isEqualTo(Verdict.ALLOWED);
        assertThat(policy.decide(
                        SEND, new RequestContext(new Requester.Agent(ServicePrincipal.SNS, other), "", true, NOW)))
                .isEqualTo(Verdict.SILENT);
        assertThat(policy.decide(SEND, service(ServicePrincipal.EVENTS))).isEqualTo(Verdict.SILENT);
        assertThat(policy.decide(SEND, USER)).isEqualTo(Verdict.SILENT);
    }

    @ParameterizedTest(name = "{0} {1} {2}: the service {3}, a user {4}")
    @CsvSource(delimiter = '|', textBlock = """
                    ArnEquals       | aws:SourceArn       | "arn:aws:sns:us-east-1:000000000000:prices"   | ALLOWED | SILENT
                    ArnLike         | aws:sourcearn       | "arn:aws:sns:*:*:pri*"                        | ALLOWED | SILENT
                    ArnEquals       | aws:SourceArn       | "arn:aws:sns:*:000000000000:price?"           | ALLOWED | SILENT
                    ArnLike         | aws:SourceArn       | ["arn:aws:s3:::bucket", "arn:*:sns:*:*:*"]    | ALLOWED | SILENT
                    ArnLike         | aws:SourceArn       | "arn:aws:events:*:*:*"                        | SILENT  | SILENT
                    ArnNotEquals    | aws:SourceArn       | "arn:aws:sns:us-east-1:000000000000:prices"   | SILENT  | ALLOWED
                    ArnNotLike      | aws:SourceArn       | "arn:aws:sns:*:*:news"                        | ALLOWED | ALLOWED
                    StringEquals    | aws:SourceArn       | "arn:aws:sns:us-east-1:000000000000:prices"   | ALLOWED | SILENT
                    StringLike      | aws:SourceArn       | "*:prices"                                    | ALLOWED | SILENT
                    StringEquals    | aws:SourceAccount   | "000000000000"                                | ALLOWED | SILENT
                    StringNotEquals | aws:SourceAccount   | "111122223333"                                | ALLOWED | ALLOWED
                    StringEquals    | aws:username        | "ada"                                         | SILENT  | ALLOWED
                    StringNotEquals | aws:username        | "ada"                                         | ALLOWED | SILENT
                    Bool            | aws:SecureTransport | "true"                                        | ALLOWED | SILENT
                    Bool            | aws:SecureTransport | "false"                                       | SILENT  | ALLOWED
                    IpAddress       | aws:SourceIp        | "192.0.2.0/24"                                | SILENT  | ALLOWED
                    NotIpAddress    | aws:SourceIp        | "192.0.2.0/24"                                | ALLOWED | SILENT
                    """)
    void conditionsOfAStatementForEverybody(String operator, String key, String value, Verdict service, Verdict user) {
        ResourcePolicy policy =
                policy("\"*\"", "\"Condition\": {\"%s\": {\"%s\": %s}}".formatted(operator, key, value));

        assertThat(policy.decide(SEND, SNS)).isEqualTo(service);
        assertThat(policy.decide(SEND, USER)).isEqualTo(user);
    }

    @ParameterizedTest(name = "{0}: SNS {1}, a user {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    "*"                                                                       | ALLOWED | ALLOWED
                    {"AWS": "*"}                                                              | ALLOWED | ALLOWED
                    {"Service": "sns.amazonaws.com"}                                          | ALLOWED | SILENT
                    {"Service": ["events.amazonaws.com", "sns.amazonaws.com"]}                | ALLOWED | SILENT
                    {"Service": "events.amazonaws.com"}                                       | SILENT  | SILENT
                    {"AWS": "arn:aws:iam::000000000000:user/ada"}                             | SILENT  | ALLOWED
                    {"AWS": ["arn:aws:iam::000000000000:user/ada"], "Service": "sns.amazonaws.com"} | ALLOWED | ALLOWED
                    {"AWS": "000000000000", "Service": "sns.amazonaws.com"}                   | ALLOWED | SILENT
                    """)
    void principalsAreUsersAndServices(String principal, Verdict service, Verdict user) {
        ResourcePolicy policy = policy(principal, "\"Sid\": \"one\"");

        assertThat(policy.decide(SEND, SNS)).isEqualTo(service);
        assertThat(policy.decide(SEND, USER)).isEqualTo(user);
    }

    @Test
    void whatCdkDeniesWithoutTlsIsDeniedToUsersAndNotToServices() {
        ResourcePolicy policy = ResourcePolicy.parse("""
                {"Version": "2012-10-17", "Statement": [
                 {"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*"},
                 {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "sqs:*", "Resource": "%s",
                  "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}""".formatted(QUEUE));

        assertThat(policy.decide(SEND, USER)).isEqualTo(Verdict.DENIED);
        assertThat(policy.decide(SEND, new RequestContext(new UserName("ada"), "192.0.2.7", true, NOW)))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(policy.decide(SEND, SNS)).isEqualTo(Verdict.ALLOWED);
        assertThat(policy.asksOrigin()).isTrue();
    }

    @Test
    void aDenyForAnAccountIsForItsUsersAndNotForServices() {
        ResourcePolicy policy = ResourcePolicy.parse("""
                {"Version": "2012-10-17", "Statement": [
                 {"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*"},
                 {"Effect": "Deny", "Principal": {"AWS": "000000000000"}, "Action": "sqs:*", "Resource": "*"}]}""");

        assertThat(policy.decide(SEND, USER)).isEqualTo(Verdict.DENIED);
        assertThat(policy.decide(SEND, SNS)).isEqualTo(Verdict.ALLOWED);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    Statement[0].Principal                        | {"Federated": "cognito-identity.amazonaws.com"} | "Sid": "one"
                    Statement[0].Principal                        | {}                                              | "Sid": "one"
                    Statement[0].Principal.Service                | {"Service": "s3.amazonaws.com"}                 | "Sid": "one"
                    Statement[0].Principal.Service                | {"Service": "*"}                                | "Sid": "one"
                    Statement[0].Principal.AWS                    | {"AWS": "arn:aws:iam::000000000000:role/admin"} | "Sid": "one"
                    Statement[0].Condition.ArnEquals              | "*" | "Condition": {"ArnEquals": {"aws:SourceArn": "prices"}}
                    Statement[0].Condition.ArnLike                | "*" | "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/*"}}
                    Statement[0].Condition.ArnLike                | "*" | "Condition": {"ArnLike": {"aws:SourceAccount": "arn:aws:iam::*:user/*"}}
                    Statement[0].Condition.ArnEqualsIfExists      | "*" | "Condition": {"ArnEqualsIfExists": {"aws:SourceArn": "arn:aws:sns:*:*:*"}}
                    Statement[0].Condition.StringEquals           | "*" | "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}
                    Statement[0].Condition.StringEquals           | "*" | "Condition": {"StringEquals": {"aws:SourceArn": "arn:aws:sns:*:*:*"}}
                    Statement[0].Condition.Null                   | "*" | "Condition": {"Null": {"aws:SourceArn": "true"}}
                    """)
    void whatCannotBeEvaluatedIsRefused(String element, String principal, String member) {
        assertThatThrownBy(() -> policy(principal, member))
                .isInstanceOfSatisfying(
                        PolicyRefused.class,
                        refused -> assertThat(refused.element()).isEqualTo(element));
    }

    @Test
    void aUsersPolicyCannotAskWhatAServiceActsFor() {
        assertThatThrownBy(() -> PolicyDocument.parse("""
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*",
                         "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:*"}}}]}"""))
                .isInstanceOfSatisfying(
                        PolicyRefused.class,
                        refused -> assertThat(refused.element()).isEqualTo("Statement[0].Condition.ArnLike"));
    }

    private static ResourcePolicy policy(String principal, String member) {
        return ResourcePolicy.parse("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": %s, "Action": "sqs:SendMessage",
                 "Resource": "*", %s}]}""".formatted(principal, member));
    }

    private static RequestContext service(ServicePrincipal service) {
        return new RequestContext(new Requester.Agent(service, TOPIC), "", true, NOW);
    }
}
