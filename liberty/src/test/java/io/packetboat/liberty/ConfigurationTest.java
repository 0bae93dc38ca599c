package io.packetboat.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.filter.FilterLimits;
import io.packetboat.messaging.MessagingConfig.Port;
import io.packetboat.subscription.SubscriptionLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    @Test
    void everyKeyHasAUsableDefault() {
        Configuration configuration = read(Map.of());

        assertThat(configuration.value(NodeSettings.REGION).value()).isEqualTo("us-east-1");
        assertThat(MessagingSettings.config(configuration).ports()).containsEntry(Port.AMQP, 5672);
        assertThat(BrokerSettings.config(configuration, 1 << 30).delivery().maxAttempts())
                .isEqualTo(10);
    }

    @Test
    void valuesReachTheRecordsOfTheirFeatures() {
        Configuration configuration = read(Map.of(
                "packetboat.amqp.port", "6000",
                "packetboat.broker.disk-reserve", "5MiB",
                "packetboat.broker.disk-scan-period", "250ms",
                "packetboat.broker.max-memory-percent", "50"));

        assertThat(MessagingSettings.config(configuration).ports()).containsEntry(Port.AMQP, 6000);
        var broker = BrokerSettings.config(configuration, 1_000_000);
        assertThat(broker.disk().reserve()).isEqualTo(5 << 20);
        assertThat(broker.disk().scanPeriod()).isEqualTo(Duration.ofMillis(250));
        assertThat(broker.memory().maxBytes()).isEqualTo(500_000);
    }

    @Test
    void limitsOfSnsAreAwsUnlessTheyAreRaised() {
        assertThat(SnsSettings.limits(read(Map.of()))).isEqualTo(SubscriptionLimits.AWS);

        assertThat(SnsSettings.limits(read(Map.of(
                        "packetboat.sns.subscriptions.max-per-topic", "20000000",
                        "packetboat.sns.subscriptions.max-per-fifo-topic", "101",
                        "packetboat.sns.filter.max-policies-per-topic", "12500000",
                        "packetboat.sns.filter.max-keys", "6",
                        "packetboat.sns.filter.max-combinations", "151",
                        "packetboat.sns.filter.max-size", "1MiB"))))
                .isEqualTo(new SubscriptionLimits(20_000_000, 101, 12_500_000, new FilterLimits(6, 151, 1 << 20)));
    }

    @Test
    void allBadValuesAreNamedAtOnce() {
        assertThatThrownBy(() -> read(Map.of("packetboat.amqp.port", "99999", "packetboat.region", "Mars!")))
                .isInstanceOf(ConfigurationRejected.class)
                .hasMessageContaining("packetboat.amqp.port must be a whole number between 0 and 65535")
                .hasMessageContaining("packetboat.region must be");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "packetboat.broker.page-size, 3GiB",
        "packetboat.broker.disk-scan-period, 30d",
        "packetboat.broker.journal-buffer-timeout, 3s",
        "packetboat.broker.expiry-scan-period, 0s",
        "packetboat.messaging.max-frame-size, 4GiB",
        "packetboat.messaging.max-message-size, 0B",
        "packetboat.broker.dead-letter-queue, a::b",
        "packetboat.audit.retention, 1h",
        "packetboat.aws.max-request-size, 4GiB",
        "packetboat.aws.max-request-size, 0B",
        "packetboat.aws.idle-timeout, 999999999999d",
        "packetboat.aws.idle-timeout, 0s",
        "packetboat.sns.filter.max-keys, 257",
        "packetboat.sns.filter.max-combinations, 100001",
        "packetboat.sns.filter.max-size, 0B",
        "packetboat.sns.subscriptions.max-per-topic, 0",
        "packetboat.identity.failure-period, 0s",
        "packetboat.identity.password-memory, 999999999999d",
        "packetboat.admin.password, short",
        "packetboat.admin.access-key-id, short",
        "packetboat.admin.secret-access-key, short"
    })
    void aValueThatOnlyItsFeatureCouldRefuseIsRefusedByItsKeyToo(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(ConfigurationRejected.class)
                .hasMessageContaining(key + " must ")
                .hasMessageNotContaining("short");
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertThatThrownBy(() -> read(Map.of("packetboat.amqp.prot", "5672")))
                .isInstanceOf(ConfigurationRejected.class)
                .hasMessageContaining("unknown key packetboat.amqp.prot");
    }

    @Test
    void keysOfOthersAreNoneOfOurBusiness() {
        assertThat(read(Map.of("java.version", "17", "packetboatish.key", "1"))).isNotNull();
    }

    @Test
    void anEmptyValueMeansTheDefault() {
        assertThat(MessagingSettings.config(read(Map.of("packetboat.amqp.port", " ")))
                        .ports())
                .containsEntry(Port.AMQP, 5672);
    }

    @Test
    void unknownEnvironmentVariablesAreFoundAmongThoseThatKubernetesInjects() {
        Set<String> environment =
                Set.of("PACKETBOAT_AMQP_PORT", "PACKETBOAT_SERVICE_HOST", "PACKETBOAT_PORT_5672_TCP", "PATH");

        assertThat(Configuration.unknownVariables(Settings.all(), environment))
                .containsExactly("PACKETBOAT_PORT_5672_TCP", "PACKETBOAT_SERVICE_HOST");
    }

    @Test
    void anEnvironmentVariableIsNoUnknownKeyWhateverDotsItIsReadWith() {
        Set<String> keys = Set.of("packetboat.broker.disk.reserve", "packetboat.service.host", "packetboat.amqp.prot");

        assertThat(Configuration.mirroredVariables(
                        keys, Set.of("PACKETBOAT_BROKER_DISK_RESERVE", "PACKETBOAT_SERVICE_HOST")))
                .containsExactlyInAnyOrder("packetboat.broker.disk.reserve", "packetboat.service.host");
    }

    private static Configuration read(Map<String, String> values) {
        return Configuration.read(Settings.all(), key -> Optional.ofNullable(values.get(key)), values.keySet());
    }
}
