package io.packetboat.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.event.ruler.GenericMachine;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.MachineComplexityEvaluator;
import software.amazon.event.ruler.Patterns;

/**
 * A filter policy that can be evaluated, as it was given. Equal when scope and meaning are, whatever the white space and
 * the order of names.
 */
public final class FilterPolicy {
    /** How many wildcards a value may be in the middle of at the same time; matching slows down with it. */
    private static final int MOST_OPEN_WILDCARDS = 100;

    private static final String TOO_COMPLEX = "Filter policy is too complex";

    private final String text;
    private final FilterScope scope;
    private final PolicyKey key;

    private FilterPolicy(String text, FilterScope scope, PolicyKey key) {
        this.text = text;
        this.scope = scope;
        this.key = key;
    }

    /** Reads a policy; raises {@link InvalidFilterPolicy} in AWS's words unless all of it can be evaluated. */
    public static FilterPolicy parse(String json, FilterScope scope, FilterLimits limits) {
        if (json.length() > limits.bytes() || json.getBytes(StandardCharsets.UTF_8).length > limits.bytes()) {
            throw InvalidFilterPolicy.because("Filter policy is too large");
        }
        JsonNode policy = tree(json);
        long combinations = PolicyRules.combinations(policy, FilterLimits.MOST_COMBINATIONS);
        if (combinations > FilterLimits.MOST_COMBINATIONS) {
            throw InvalidFilterPolicy.because(TOO_COMPLEX);
        }
        List<Map<String, List<Patterns>>> branches = compile(json);
        if (scope == FilterScope.MESSAGE_ATTRIBUTES && PolicyRules.isNested(policy)) {
            throw new InvalidFilterPolicy(
                    "Filter policy scope MessageAttributes does not support nested filter policy");
        }
        if (PolicyRules.keys(policy) > limits.keys()) {
            throw InvalidFilterPolicy.because("Filter policy can not have more than " + limits.keys() + " keys");
        }
        if (combinations > limits.combinations()
                || branches.stream().anyMatch(branch -> branch.size() > FilterLimits.MOST_NAMES)) {
            throw InvalidFilterPolicy.because(TOO_COMPLEX);
        }
        if (!PolicyRules.comparesWithinBounds(policy)) {
            throw InvalidFilterPolicy.because("Value must be between -1.0E9 and 1.0E9, inclusive");
        }
        if (json.contains("wildcard")) {
            requireFewOpenWildcards(branches);
        }
        return new FilterPolicy(json, scope, PolicyKey.of(scope, PolicyJson.canonical(policy)));
    }

    /**
     * A policy that {@link #parse} accepted before, maybe under other limits: not checked again, which would take longer than
     * anything else when the hundred thousand policies of a topic are read.
     */
    public static FilterPolicy accepted(String json, FilterScope scope, PolicyKey key) {
        return new FilterPolicy(json, scope, key);
    }

    private static JsonNode tree(String json) {
        try {
            return PolicyJson.policy(json);
        } catch (JsonProcessingException e) {
            throw InvalidFilterPolicy.because("failed to parse JSON. " + e.getMessage());
        }
    }

    /** The compiler's messages are those that AWS shows, with the place in the policy. */
    private static List<Map<String, List<Patterns>>> compile(String json) {
        try {
            return JsonRuleCompiler.compile(json, false);
        } catch (IOException | IllegalArgumentException e) {
            throw InvalidFilterPolicy.because(String.valueOf(e.getMessage()));
        }
    }

    private static void requireFewOpenWildcards(List<Map<String, List<Patterns>>> branches) {
        GenericMachine<String> machine = GenericMachine.<String>builder().build();
        branches.forEach(branch -> machine.addPatternRule("policy", branch));
        if (machine.evaluateComplexity(new MachineComplexityEvaluator(MOST_OPEN_WILDCARDS)) >= MOST_OPEN_WILDCARDS) {
            throw InvalidFilterPolicy.because(TOO_COMPLEX);
        }
    }

    /** The policy's JSON, exactly as it was given. */
    public String text() {
        return text;
    }

    public FilterScope scope() {
        return scope;
    }

    /** The same for all equal policies. */
    public PolicyKey key() {
        return key;
    }

    /** What the machine is fed with: a message is accepted that matches all names of one of these. */
    List<Map<String, List<Patterns>>> branches() {
        return compile(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilterPolicy policy && policy.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return scope.value() + " " + text;
    }
}
