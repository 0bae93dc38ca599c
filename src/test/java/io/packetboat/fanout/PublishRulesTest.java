package io.packetboat.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.topic.TopicAttributes;
import io.packetboat.topic.TopicDefinition;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishRulesTest {
    private static final TopicName NAME = new TopicName("prices");
    private static final TopicDefinition TOPIC = new TopicDefinition(NAME, TopicAttributes.defaultsOf(NAME), true);

    private static Notification of(String body, long size, Optional<String> subject, Optional<DeduplicationId> id) {
        return new Notification(body, Map.of(), size, subject, MessageAttributes.NONE, Optional.empty(), id);
    }

    private static void check(Notification message) {
        PublishRules.check(message, TOPIC);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Up", "1", "!", "grüße", "a b"})
    void subjectsOfOneLineAreFine(String subject) {
        assertThatCode(() -> check(of("m", 1, Optional.of(subject), Optional.empty())))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "<{0}>")
    @ValueSource(strings = {"", " ", " x", "a\nb", "a\rb", "a\u0007"})
    void subjectsThatWouldBreakAMailAreRefused(String subject) {
        assertThatThrownBy(() -> check(of("m", 1, Optional.of(subject), Optional.empty())))
                .isInstanceOf(InvalidNotification.class)
                .hasMessage("Invalid parameter: Subject");
    }

    @Test
    void aSubjectHasHundredCharactersAtMost() {
        assertThatCode(() -> check(of("m", 1, Optional.of("x".repeat(100)), Optional.empty())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(of("m", 1, Optional.of("x".repeat(101)), Optional.empty())))
                .hasMessage("Invalid parameter: Subject");
    }

    @Test
    void aMessageHasALengthFromOneByteTo256KiB() {
        assertThatThrownBy(() -> check(of("", 0, Optional.empty(), Optional.empty())))
                .hasMessage("Invalid parameter: Empty message");
        assertThatCode(() -> check(of("m", 262_144, Optional.empty(), Optional.empty())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(of("m", 262_145, Optional.empty(), Optional.empty())))
                .hasMessage("Invalid parameter: Message too long");
    }

    @Test
    void aStandardTopicKnowsNoDeduplication() {
        assertThatThrownBy(() -> check(of("m", 1, Optional.empty(), Optional.of(new DeduplicationId("id")))))
                .hasMessageStartingWith("Invalid parameter: MessageDeduplicationId Reason: ");
    }

    @Test
    void aStructuredMessageNeedsADefault() {
        MessageStructure parsed = MessageStructure.parse("{\"default\":\"d\",\"sqs\":\"q\",\"number\":1}");

        assertThat(parsed).isEqualTo(new MessageStructure("d", Map.of("sqs", "q")));
        assertThatThrownBy(() -> MessageStructure.parse("{\"sqs\":\"q\"}"))
                .hasMessage("Invalid parameter: Message Structure - No default entry in JSON message body");
    }

    @ParameterizedTest(name = "<{0}>")
    @ValueSource(strings = {"", "x", "[]", "\"default\"", "{\"default\":", "{\"default\":\"d\"} x"})
    void aStructuredMessageIsAJsonObject(String message) {
        assertThatThrownBy(() -> MessageStructure.parse(message))
                .hasMessage("Invalid parameter: Message Structure - JSON message body failed to parse");
    }
}
