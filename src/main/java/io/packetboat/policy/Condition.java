package io.packetboat.policy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One line of a statement's {@code Condition} block; several values are alternatives. */
sealed interface Condition {

    boolean holds(RequestContext context);

    /** Whether the answer depends on where and how the caller connected. */
    default boolean asksOrigin() {
        return false;
    }

    /** Whether the answer changes with the clock alone. */
    default boolean asksTime() {
        return false;
    }

    /**
     * {@code String...}; a pattern without wildcards serves for equality. Where the request has no such value, only the
     * negated condition holds, as IAM has it.
     */
    record Text(TextKey key, List<Glob> patterns, boolean ignoreCase, boolean negated) implements Condition {
        public Text {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean holds(RequestContext context) {
            return key.valueIn(context).filter(this::matches).isPresent() != negated;
        }

        private boolean matches(String value) {
            String compared = ignoreCase ? value.toLowerCase(Locale.ROOT) : value;
            return patterns.stream().anyMatch(pattern -> pattern.matches(compared));
        }
    }

    /** {@code Arn...} on {@code aws:SourceArn}; where a request has none, only the negated condition holds. */
    record ActedFor(List<ArnPattern> patterns, boolean negated) implements Condition {
        public ActedFor {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean holds(RequestContext context) {
            return context.requester()
                            .sourceArn()
                            .filter(arn -> patterns.stream().anyMatch(pattern -> pattern.matches(arn)))
                            .isPresent()
                    != negated;
        }
    }

    /** {@code IpAddress} and {@code NotIpAddress} on {@code aws:SourceIp}. */
    record CameFrom(List<AddressRange> ranges, boolean negated) implements Condition {
        public CameFrom {
            ranges = List.copyOf(ranges);
        }

        @Override
        public boolean holds(RequestContext context) {
            return ranges.stream().anyMatch(range -> range.contains(context.source())) != negated;
        }

        @Override
        public boolean asksOrigin() {
            return true;
        }
    }

    /** {@code Bool} on {@code aws:SecureTransport}. */
    record Encrypted(boolean expected) implements Condition {
        @Override
        public boolean holds(RequestContext context) {
            return context.secure() == expected;
        }

        @Override
        public boolean asksOrigin() {
            return true;
        }
    }

    /** {@code Date...} on {@code aws:CurrentTime}. */
    record Time(Order order, List<Instant> moments) implements Condition {
        public Time {
            moments = List.copyOf(moments);
        }

        @Override
        public boolean holds(RequestContext context) {
            return moments.stream().anyMatch(moment -> order.holds(context.now(), moment));
        }

        @Override
        public boolean asksTime() {
            return true;
        }
    }

    /** How the current time must stand to the moment. */
    enum Order {
        BEFORE,
        BEFORE_OR_AT,
        AFTER,
        AFTER_OR_AT;

        boolean holds(Instant now, Instant moment) {
            return switch (this) {
                case BEFORE -> now.isBefore(moment);
                case BEFORE_OR_AT -> !now.isAfter(moment);
                case AFTER -> now.isAfter(moment);
                case AFTER_OR_AT -> !now.isBefore(moment);
            };
        }
    }
}
