package io.packetboat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.ErrorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be evaluated is refused when the document is read, with the element at fault. */
class PolicyRefusedTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    document               | nonsense
                    document               | []
                    document               | {"Version": "2012-10-17", "Version": "2012-10-17", "Statement": []}
                    document               | {"Version": "2012-10-17", "Statement": [], "Extra": 1}
                    Version                | {"Version": "2008-10-17", "Statement": []}
                    Version                | {"Statement": []}
                    Statement              | {"Version": "2012-10-17", "Statement": []}
                    Statement[0]           | {"Version": "2012-10-17", "Statement": "Allow"}
                    Statement[0]           | {"Version": "2012-10-17"}
                    """)
    void wholeDocumentsAtFault(String element, String json) {
        assertRefused(json, element);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Statement[0]             | "Effect": "Allow", "Action": "*", "Resource": "*", "Principal": "*"
                    Statement[0]             | "Effect": "Allow", "Resource": "*"
                    Statement[0]             | "Effect": "Allow", "Action": "*"
                    Statement[0]             | "Effect": "Allow", "Action": "*", "NotAction": "*", "Resource": "*"
                    Statement[0].Effect      | "Effect": "allow", "Action": "*", "Resource": "*"
                    Statement[0].Effect      | "Action": "*", "Resource": "*"
                    Statement[0].Action      | "Effect": "Allow", "Action": [], "Resource": "*"
                    Statement[0].Action      | "Effect": "Allow", "Action": 7, "Resource": "*"
                    Statement[0].Action      | "Effect": "Allow", "Action": "SendMessage", "Resource": "*"
                    Statement[0].Action      | "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"
                    Statement[0].Action      | "Effect": "Allow", "Action": "s*:SendMessage", "Resource": "*"
                    Statement[0].NotAction   | "Effect": "Deny", "NotAction": "sq:SendMessage", "Resource": "*"
                    Statement[0].Resource    | "Effect": "Allow", "Action": "*", "Resource": "orders"
                    Statement[0].Resource    | "Effect": "Allow", "Action": "*", "Resource": "arn:aws:sqs:*:orders"
                    Statement[0].Resource    | "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::bucket"
                    Statement[0].Resource    | "Effect": "Allow", "Action": "*", "Resource": "arn:aws-cn:sqs:*:*:orders"
                    Statement[0].Resource    | "Effect": "Allow", "Action": "*", "Resource": "arn:aws:sqs:*:*:${aws:username}"
                    """)
    void statementsAtFault(String element, String members) {
        assertRefused("{\"Version\": \"2012-10-17\", \"Statement\": [{" + members + "}]}", element);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Statement[0].Condition                      | {}
                    Statement[0].Condition                      | "always"
                    Statement[0].Condition.Bool                 | {"Bool": {}}
                    Statement[0].Condition.Bool                 | {"Bool": {"aws:SecureTransport": "maybe"}}
                    Statement[0].Condition.Bool                 | {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
                    Statement[0].Condition.NumericLessThan      | {"NumericLessThan": {"sqs:Depth": "3"}}
                    Statement[0].Condition.StringEqualsIfExists | {"StringEqualsIfExists": {"aws:username": "ada"}}
                    Statement[0].Condition.StringEquals         | {"StringEquals": {"aws:SourceIp": "192.0.2.1"}}
                    Statement[0].Condition.StringEquals         | {"StringEquals": {"aws:username": "a*"}}
                    Statement[0].Condition.IpAddress            | {"IpAddress": {"aws:SourceIp": "localhost"}}
                    Statement[0].Condition.IpAddress            | {"IpAddress": {"aws:SourceIp": "192.0.2.0/33"}}
                    Statement[0].Condition.IpAddress            | {"IpAddress": {"aws:SourceIp": "300.0.0.1"}}
                    Statement[0].Condition.IpAddress            | {"IpAddress": {"aws:SourceIp": []}}
                    Statement[0].Condition.DateLessThan         | {"DateLessThan": {"aws:CurrentTime": "tomorrow"}}
                    """)
    void conditionsAtFault(String element, String condition) {
        assertRefused(
                "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\","
                        + " \"Resource\": \"*\", \"Condition\": " + condition + "}]}",
                element);
    }

    @Test
    void aDocumentOverTheLimitIsRefusedAndOneOfBlanksWithinItIsNot() {
        String template =
                "{\"Version\": \"2012-10-17\", \"Id\": \"%s\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}";

        assertRefused(template.formatted("x".repeat(PolicyDocument.MAX_LENGTH)), "length");
        assertThat(PolicyDocument.parse(template.formatted(" ".repeat(PolicyDocument.MAX_LENGTH))))
                .isNotNull();
    }

    @Test
    void nestingMadeToOverflowTheStackIsRefused() {
        assertRefused("[".repeat(6_000), "document");
        assertRefused("{\"a\":".repeat(1_200), "document");
    }

    private static void assertRefused(String json, String element) {
        assertThatThrownBy(() -> PolicyDocument.parse(json)).isInstanceOfSatisfying(PolicyRefused.class, e -> {
            assertThat(e.element()).isEqualTo(element);
            assertThat(e.kind()).isEqualTo(ErrorKind.INVALID);
        });
    }
}
