package io.packetboat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource({
        "orders,     orders,      true",
        "orders,     Orders,      false",
        "orders,     orders2,     false",
        "*,          '',          true",
        "*,          anything,    true",
        "ord*,       orders,      true",
        "ord*,       ord,         true",
        "*ers,       orders,      true",
        "o*d*s,      orders,      true",
        "o*x*s,      orders,      false",
        "order?,     orders,      true",
        "order?,     order,       false",
        "?,          '',          false",
        "**,         '',          true",
        "a*b*c,      aXbXbYc,     true",
        "a.b,        aXb,         false"
    })
    void matchesAsIamSays(String pattern, String text, boolean expected) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource({
        "prices.*,      prices.#,      true",
        "prices.*,      prices.*.eu,   true",
        "*,             #,             true",
        "prices.?,      prices.#,      false",
        "prices.?,      prices.*,      false",
        "prices.eu,     prices.*,      false",
        "prices.e*,     prices.*,      false",
        "*.eu,          *.eu,          true",
        "*.eu,          #.us,          false"
    })
    void coversAWildcardAddressOnlyIfItCoversAllOfIt(String pattern, String address, boolean expected) {
        assertThat(new Glob(pattern).covers(address)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} touches {1}: {2}")
    @CsvSource({
        "prices.secret,  prices.#,     true",
        "prices.secret,  #,            true",
        "prices.secret,  *.secret,     true",
        "prices,         prices.#,     true",
        "prices.secret,  orders.#,     false",
        "prices.?,       prices.*,     true",
        "*secret*,       prices.#,     true",
        "orders*,        prices.*,     false",
        "secret,         #.secret,     true",
        "a.b,            a.#.b,        true"
    })
    void touchesAWildcardAddressIfTheyShareAName(String pattern, String address, boolean expected) {
        assertThat(new Glob(pattern).touches(address)).isEqualTo(expected);
    }

    @Test
    void aPatternMadeToBeSlowIsNotSlow() {
        Glob glob = new Glob("*a".repeat(3_000) + "b");
        String text = "a".repeat(512);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(glob.matches(text)).isFalse();
            assertThat(glob.touches(text + ".#.c")).isFalse();
        });
    }
}
