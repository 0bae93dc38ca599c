package io.packetboat.policy;

import io.packetboat.kernel.Arn;
import java.util.List;
import java.util.stream.Stream;

/** Which resources a statement is about: an ARN whose parts are patterns; a wildcard never reaches over a colon. */
record ResourcePattern(List<Glob> scope, Glob name) {
    private static final int ARN_PARTS = 6;

    static ResourcePattern parse(String element, String text) {
        if (text.equals("*")) {
            return new ResourcePattern(
                    Stream.generate(() -> new Glob("*")).limit(4).toList(), new Glob("*"));
        }
        List<String> parts = List.of(text.split(":", ARN_PARTS));
        if (parts.size() < ARN_PARTS
                || !parts.get(0).equals("arn")
                || parts.stream().skip(5).anyMatch(String::isEmpty)) {
            throw new PolicyRefused(
                    element, "'" + text + "' must be * or look like arn:aws:service:region:account:name");
        }
        if (!new Glob(parts.get(1)).matches("aws")) {
            throw new PolicyRefused(
                    element, "'" + text + "' names a partition other than aws; it would have no effect");
        }
        if (ActionPattern.SERVICES.stream().noneMatch(new Glob(parts.get(2))::matches)) {
            throw new PolicyRefused(
                    element,
                    "'" + text + "' names a service other than sqs, sns and packetboat; it would have no effect");
        }
        List<Glob> scope = parts.subList(1, 5).stream().map(Glob::new).toList();
        return new ResourcePattern(scope, new Glob(parts.get(5)));
    }

    /** Whether all that is asked for lies within this pattern. */
    boolean covers(Permission wanted) {
        String resource = wanted.resource().resource();
        return inScope(wanted.resource()) && (wanted.wildcard() ? name.covers(resource) : name.matches(resource));
    }

    /** Whether anything that is asked for lies within this pattern. */
    boolean touches(Permission wanted) {
        String resource = wanted.resource().resource();
        return inScope(wanted.resource()) && (wanted.wildcard() ? name.touches(resource) : name.matches(resource));
    }

    private boolean inScope(Arn arn) {
        return scope.get(0).matches(arn.partition())
                && scope.get(1).matches(arn.service())
                && scope.get(2).matches(arn.region())
                && scope.get(3).matches(arn.account());
    }
}
