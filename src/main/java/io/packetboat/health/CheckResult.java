package io.packetboat.health;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * The outcome of one check.
 *
 * @param name of the check, stable, for alerts
 * @param up whether all is well
 * @param details what the outcome rests on, for people
 */
public record CheckResult(String name, boolean up, List<Detail> details) {

    /** One fact behind an outcome. */
    public sealed interface Detail permits Text, Number {
        /** Hands name and value to the one that takes this kind of fact. */
        void tell(BiConsumer<String, String> texts, BiConsumer<String, Long> numbers);
    }

    /** A fact in words. */
    public record Text(String name, String value) implements Detail {
        @Override
        public void tell(BiConsumer<String, String> texts, BiConsumer<String, Long> numbers) {
            texts.accept(name, value);
        }
    }

    /** A fact in figures; the name ends with the unit where there is one. */
    public record Number(String name, long value) implements Detail {
        @Override
        public void tell(BiConsumer<String, String> texts, BiConsumer<String, Long> numbers) {
            numbers.accept(name, value);
        }
    }

    public CheckResult {
        details = List.copyOf(details);
    }
}
