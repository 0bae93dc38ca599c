package io.packetboat.liberty;

import java.util.function.Function;

/**
 * One key of the configuration, as the documentation lists it.
 *
 * @param key the key, {@code packetboat.<feature>.<dashed-words>}
 * @param standard the default in its textual form, empty where there is none
 * @param unit what kind of value is expected, in words for people
 * @param meaning one sentence for the documentation
 * @param read turns the text into the value; raises {@link IllegalArgumentException} with a reason for a bad one
 */
record Setting<T>(String key, String standard, String unit, String meaning, Function<String, T> read) {

    T parse(String text) {
        return read.apply(text.strip());
    }
}
