package io.packetboat.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What AWS demands of a filter policy beyond its syntax. */
final class PolicyRules {
    private static final String OR = "$or";
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000L);

    private PolicyRules() {}

    /**
     * The product of the numbers of alternatives of all names, each times its depth; the branches of an {@code $or} add up.
     * Stops counting soon after the limit, and tolerates what is no policy at all.
     */
    static long combinations(JsonNode policy, long limit) {
        return combinations(policy, 1, limit);
    }

    private static long combinations(JsonNode object, int depth, long limit) {
        long product = 1;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            product = times(product, alternatives(field, depth, limit), limit);
        }
        return product;
    }

    private static long alternatives(Map.Entry<String, JsonNode> field, int depth, long limit) {
        JsonNode value = field.getValue();
        if (field.getKey().equals(OR)) {
            long sum = 0;
            for (JsonNode branch : value) {
                sum = Math.min(sum + combinations(branch, depth, limit), limit + 1);
            }
            return Math.max(sum, 1);
        }
        if (value.isObject()) {
            return combinations(value, depth + 1, limit);
        }
        return Math.max(value.size(), 1) * (long) depth;
    }

    private static long times(long product, long factor, long limit) {
        return product > limit / factor ? limit + 1 : product * factor;
    }

    /** How many names count towards the limit: those outside all others, an {@code $or} counted by what it holds. */
    static int keys(JsonNode policy) {
        Set<String> names = new HashSet<>();
        addNames(policy, names);
        return names.size();
    }

    private static void addNames(JsonNode object, Set<String> names) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equals(OR)) {
                field.getValue().forEach(branch -> addNames(branch, names));
            } else {
                names.add(field.getKey());
            }
        }
    }

    /** Whether some name holds further names. */
    static boolean isNested(JsonNode policy) {
        for (Map.Entry<String, JsonNode> field : policy.properties()) {
            boolean nested = field.getKey().equals(OR)
                    ? anyNested(field.getValue())
                    : field.getValue().isObject();
            if (nested) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyNested(JsonNode branches) {
        for (JsonNode branch : branches) {
            if (isNested(branch)) {
                return true;
            }
        }
        return false;
    }

    /** Whether every number that is compared, and not only found, is one of those that AWS compares. */
    static boolean comparesWithinBounds(JsonNode policy) {
        for (JsonNode child : policy) {
            if (child instanceof ObjectNode object
                    && !(withinBounds(object.path("numeric")) && withinBounds(object.path("anything-but")))) {
                return false;
            }
            if (!comparesWithinBounds(child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean withinBounds(JsonNode operand) {
        if (operand.isNumber()) {
            return operand.decimalValue().abs().compareTo(LARGEST) <= 0;
        }
        if (operand.isArray()) {
            for (JsonNode element : operand) {
                if (element.isNumber() && !withinBounds(element)) {
                    return false;
                }
            }
        }
        return true;
    }
}
