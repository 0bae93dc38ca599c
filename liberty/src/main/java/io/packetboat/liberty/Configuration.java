package io.packetboat.liberty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All settings, read and checked once at the start; afterwards only values.
 *
 * <p>A bad value or an unknown key stops the start. An unknown {@code PACKETBOAT_*} environment variable does not, since
 * Kubernetes injects some for every service of that name; it is told as a warning.
 */
final class Configuration {
    static final String PREFIX = "packetboat.";
    private static final String ENVIRONMENT_PREFIX = "PACKETBOAT_";

    private final Map<String, Object> values;

    private Configuration(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Reads every known setting.
     *
     * @param lookUp gives the text of a key where one is set
     * @param keys all keys that are set somewhere
     * @throws ConfigurationRejected for bad values and unknown keys, naming all of them
     */
    static Configuration read(List<Setting<?>> known, Function<String, Optional<String>> lookUp, Set<String> keys) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        for (Setting<?> setting : known) {
            String text = lookUp.apply(setting.key()).filter(t -> !t.isBlank()).orElse(setting.standard());
            try {
                values.put(setting.key(), setting.parse(text));
            } catch (IllegalArgumentException | ArithmeticException e) {
                problems.add(setting.key() + " " + e.getMessage());
            }
        }
        unknownKeys(known, keys).forEach(key -> problems.add("unknown key " + key));
        if (!problems.isEmpty()) {
            throw new ConfigurationRejected(problems);
        }
        return new Configuration(values);
    }

    /** The names of environment variables that look like ours and are not. */
    static Set<String> unknownVariables(List<Setting<?>> known, Set<String> environment) {
        Set<String> expected = known.stream().map(s -> variable(s.key())).collect(Collectors.toSet());
        return environment.stream()
                .filter(name -> name.startsWith(ENVIRONMENT_PREFIX))
                .filter(name -> !expected.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys that MicroProfile Config makes up of environment variables: {@code PACKETBOAT_A_B} is packetboat.a.b. */
    static Set<String> mirroredVariables(Set<String> keys, Set<String> environment) {
        return keys.stream().filter(key -> environment.contains(variable(key))).collect(Collectors.toSet());
    }

    /** The environment variable that sets a key, as MicroProfile Config maps it. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    @SuppressWarnings("unchecked") // read() stored what this very setting parsed
    <T> T value(Setting<T> setting) {
        Object value = values.get(setting.key());
        if (value == null) {
            throw new IllegalStateException(setting.key() + " is not among the known settings");
        }
        return (T) value;
    }

    private static Set<String> unknownKeys(List<Setting<?>> known, Set<String> keys) {
        Set<String> expected = known.stream().map(Setting::key).collect(Collectors.toSet());
        return keys.stream()
                .filter(key -> key.startsWith(PREFIX))
                .filter(key -> !expected.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
