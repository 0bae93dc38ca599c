package io.packetboat.policy;

import io.packetboat.kernel.Arn;
import java.util.List;

/** An ARN whose six parts are patterns, each compared by itself, as IAM's {@code ArnLike} and {@code ArnEquals} do. */
record ArnPattern(List<Glob> parts) {
    private static final int ARN_PARTS = 6;

    ArnPattern {
        parts = List.copyOf(parts);
    }

    static ArnPattern parse(String element, String text) {
        List<String> parts = List.of(text.split(":", ARN_PARTS));
        if (parts.size() < ARN_PARTS || !parts.get(0).equals("arn")) {
            throw new PolicyRefused(element, "'" + text + "' must look like arn:aws:service:region:account:name");
        }
        return new ArnPattern(parts.stream().skip(1).map(Glob::new).toList());
    }

    boolean matches(Arn arn) {
        List<String> found = List.of(arn.partition(), arn.service(), arn.region(), arn.account(), arn.resource());
        for (int i = 0; i < found.size(); i++) {
            if (!parts.get(i).matches(found.get(i))) {
                return false;
            }
        }
        return true;
    }
}
