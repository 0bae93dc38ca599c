package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void deadLetterIsNamedWithoutItsProperties() {
        CoreMessage message = new CoreMessage(337, 100);
        message.putStringProperty("card", "secret to Dead Letter Address]");

        String line = LogLine.of(
                "AMQ222149: Sending message Reference[337]:RELIABLE:" + message
                        + " to Dead Letter Address DLQ from orders",
                null);

        assertThat(line)
                .isEqualTo("AMQ222149: Sending message Reference[337]:RELIABLE:CoreMessage to Dead Letter Address DLQ"
                        + " from orders");
    }

    @Test
    void packetsOfProtocolsAreNamedWithoutTheirContent() {
        assertThat(LogLine.of("AMQ834002: Error processing: MqttPublishMessage[payload=secret]", null))
                .isEqualTo("AMQ834002: Error processing: MqttPublishMessage");
        assertThat(LogLine.of("Unable to send frame StompFrame[headers=secret]", null))
                .isEqualTo("Unable to send frame StompFrame");
        assertThat(LogLine.of("not sent: AMQPStandardMessage( [applicationProperties={a=secret}]", null))
                .isEqualTo("not sent: AMQPStandardMessage");
    }

    @Test
    void causeIsToldInItsOwnWordsAndOnce() {
        var refused = new ActiveMQSecurityException("User x may not SEND");

        assertThat(LogLine.of("AMQ224016: Caught exception", refused))
                .isEqualTo("AMQ224016: Caught exception: ActiveMQSecurityException: User x may not SEND");
        assertThat(LogLine.of("User x may not SEND", refused)).isEqualTo("User x may not SEND");
    }

    @Test
    void defectTellsItsPlace() {
        assertThat(LogLine.of("Errors occurred", new IllegalStateException()))
                .startsWith("Errors occurred: IllegalStateException at ")
                .contains("LogLineTest");
    }

    @Test
    void plainBytesOnATlsPortAreNotPrinted() {
        assertThat(LogLine.of("AMQ222208: failed: not an SSL/TLS record: 434f4e4e4543540a.", null))
                .isEqualTo("AMQ222208: failed: not an SSL/TLS record.");
    }

    @Test
    void lineIsOneAndBounded() {
        assertThat(LogLine.of("one\n  two\r\nthree", null)).isEqualTo("one two three");
        assertThat(LogLine.of("x".repeat(5_000), null)).hasSize(1_003);
    }
}
