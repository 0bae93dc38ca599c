package io.packetboat.liberty;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.policy.AddressRange;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values are written in the configuration: durations and sizes carry their unit. */
final class Units {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,12})(us|ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(B|KiB|MiB|GiB|TiB)");

    private Units() {}

    static String text(String text) {
        return text;
    }

    /** The address of a web server, without a slash at its end; may be empty. */
    static String webAddress(String text) {
        if (text.isEmpty()) {
            return text;
        }
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme());
            boolean plain = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
            if ((scheme.equals("http") || scheme.equals("https")) && url.getHost() != null && plain) {
                return text.replaceFirst("/+$", "");
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be a URL", e);
        }
        throw new IllegalArgumentException("must be an http or https URL with a host and no query");
    }

    static List<AddressRange> addressRanges(String text) {
        try {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(range -> !range.isEmpty())
                    .map(range -> AddressRange.parse("range", range))
                    .toList();
        } catch (PacketboatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    static Function<String, Integer> integer(int least, int most) {
        return text -> {
            try {
                int value = Integer.parseInt(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("must be a whole number between " + least + " and " + most, e);
            }
            throw new IllegalArgumentException("must be a whole number between " + least + " and " + most);
        };
    }

    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a number and us, ms, s, m, h or d, for example 30s");
        }
        return durationUnit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
    }

    /** Durations within bounds, which are given as they are written. */
    static Function<String, Duration> duration(String least, String most) {
        return text -> {
            Duration value = duration(text);
            if (value.compareTo(duration(least)) < 0 || value.compareTo(duration(most)) > 0) {
                throw new IllegalArgumentException("must be between " + least + " and " + most);
            }
            return value;
        };
    }

    static long size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a number and B, KiB, MiB, GiB or TiB, for example 20MiB");
        }
        return Math.multiplyExact(Long.parseLong(matcher.group(1)), sizeUnit(matcher.group(2)));
    }

    /** Sizes within bounds, which are given as they are written and fit into an int. */
    static Function<String, Integer> size(String least, String most) {
        return text -> {
            long value = size(text);
            if (value < size(least) || value > size(most)) {
                throw new IllegalArgumentException("must be between " + least + " and " + most);
            }
            return (int) value;
        };
    }

    /** A value of a type that guards itself. */
    static <T> Function<String, T> value(Function<String, T> type) {
        return text -> {
            try {
                return type.apply(text);
            } catch (InvalidValue e) {
                // Without the type's own name of the field, which is not the key.
                throw new IllegalArgumentException(e.why(), e);
            }
        };
    }

    /** A text that such a type accepts; an empty one means that nothing is set. */
    static <T> Function<String, String> text(Function<String, T> type) {
        Function<String, T> checked = value(type);
        return text -> {
            if (!text.isEmpty()) {
                var unused = checked.apply(text);
            }
            return text;
        };
    }

    static Path directory(String text) {
        if (text.startsWith("~/")) {
            return home().resolve(text.substring(2));
        }
        Path path = Path.of(text);
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("must be an absolute path, or start with ~/ for the user's home");
        }
        return path;
    }

    /** As the shell and Liberty's own configuration see it; Java asks the password database instead. */
    private static Path home() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home)
                .toAbsolutePath();
    }

    private static Duration durationUnit(String unit) {
        return switch (unit) {
            case "us" -> Duration.ofNanos(1_000);
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }

    private static long sizeUnit(String unit) {
        return switch (unit) {
            case "B" -> 1L;
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            case "GiB" -> 1L << 30;
            default -> 1L << 40;
        };
    }
}
