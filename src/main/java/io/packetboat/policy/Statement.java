package io.packetboat.policy;

import java.util.List;

/** One statement of a policy document. */
record Statement(Effect effect, Actions actions, Resources resources, List<Condition> conditions) {

    Statement {
        conditions = List.copyOf(conditions);
    }

    Verdict decide(Permission wanted, RequestContext context) {
        if (!actions.match(wanted.action()) || !concerns(wanted)) {
            return Verdict.SILENT;
        }
        if (!conditions.stream().allMatch(condition -> condition.holds(context))) {
            return Verdict.SILENT;
        }
        return switch (effect) {
            case ALLOW -> Verdict.ALLOWED;
            case DENY -> Verdict.DENIED;
        };
    }

    private boolean concerns(Permission wanted) {
        return switch (effect) {
            case ALLOW -> resources.cover(wanted);
            case DENY -> resources.touch(wanted);
        };
    }

    /** {@code Action}, or with {@code except} its complement {@code NotAction}. */
    record Actions(List<ActionPattern> patterns, boolean except) {
        Actions {
            patterns = List.copyOf(patterns);
        }

        boolean match(Action action) {
            return patterns.stream().anyMatch(pattern -> pattern.matches(action)) != except;
        }
    }

    /** {@code Resource}, or with {@code except} its complement {@code NotResource}. */
    record Resources(List<ResourcePattern> patterns, boolean except) {
        Resources {
            patterns = List.copyOf(patterns);
        }

        boolean cover(Permission wanted) {
            return except
                    ? patterns.stream().noneMatch(pattern -> pattern.touches(wanted))
                    : patterns.stream().anyMatch(pattern -> pattern.covers(wanted));
        }

        boolean touch(Permission wanted) {
            return except
                    ? patterns.stream().noneMatch(pattern -> pattern.covers(wanted))
                    : patterns.stream().anyMatch(pattern -> pattern.touches(wanted));
        }
    }
}
