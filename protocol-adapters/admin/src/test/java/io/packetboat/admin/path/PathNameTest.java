package io.packetboat.admin.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.packetboat.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathNameTest {

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {"orders", "a.b-c_d", "a/b", "a b", "ü", "%2F", "~orders", ".", "..", "a\\b", "#", "?", "\u0001"})
    void everyNameComesBackFromItsPath(String name) {
        String segment = PathName.encode(name);

        assertThat(segment).matches("[A-Za-z0-9._~-]+").isNotIn(".", "..");
        assertThat(PathName.decode("queueName", segment)).isEqualTo(name);
    }

    @Test
    void plainNamesStandForThemselves() {
        assertThat(PathName.of("queues", "orders.v2")).isEqualTo("/api/v1/queues/orders.v2");
        assertThat(PathName.decode("queueName", "a b")).isEqualTo("a b");
    }

    @Test
    void partsStandBelowTheirThing() {
        assertThat(PathName.below("/api/v1/topics/t", "subscriptions", "a/b"))
                .isEqualTo("/api/v1/topics/t/subscriptions/~YS9i");
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"~!", "~a", "~_w", "~YS9i="})
    void brokenFormsAreNamed(String segment) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> PathName.decode("queueName", segment))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("queueName"));
    }
}
