package io.packetboat.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.messaging.MessageAttributes;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilterMachineTest {
    private static final FilterMachine CROWDED = new FilterMachine();

    static List<FilterCase> cases() {
        return FilterCase.all();
    }

    @BeforeAll
    static void addEveryPolicyToOneMachine() {
        cases().forEach(example -> CROWDED.add(example.policy()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesAsDocumented(FilterCase example) {
        FilterMachine machine = new FilterMachine();
        machine.add(example.policy());

        assertThat(machine.matches(example.attributes(), example.body()))
                .isEqualTo(example.accepted() ? Set.of(example.policy().key()) : Set.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesTheSameAmongManyPolicies(FilterCase example) {
        assertThat(CROWDED.matches(example.attributes(), example.body())
                        .contains(example.policy().key()))
                .isEqualTo(example.accepted());
    }

    @Test
    void everyCaseOfTheTableIsRun() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(150);
    }

    @Test
    void policiesThatWereRemovedAcceptNothingAndTheOthersGoOn() {
        List<FilterCase> cases = cases();
        List<FilterPolicy> policies =
                cases.stream().map(FilterCase::policy).distinct().toList();
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            FilterMachine machine = new FilterMachine();
            policies.forEach(machine::add);
            Set<FilterPolicy> removed = Set.copyOf(
                    policies.stream().filter(any -> random.nextBoolean()).toList());

            removed.forEach(policy -> machine.remove(policy.key()));

            assertThat(machine.size()).isEqualTo(policies.size() - removed.size());
            for (FilterCase example : cases) {
                assertThat(machine.matches(example.attributes(), example.body())
                                .contains(example.policy().key()))
                        .as("%s, removed: %s", example, removed.contains(example.policy()))
                        .isEqualTo(example.accepted() && !removed.contains(example.policy()));
            }
        }
    }

    @Test
    void equalPoliciesAreOneEntry() {
        FilterMachine machine = new FilterMachine();
        FilterPolicy first = attributes("{\"a\": [1], \"b\": [\"x\"]}");
        FilterPolicy second = attributes("{\"b\":[\"\\u0078\"],\"a\":[1]}");

        machine.add(first);
        machine.add(second);

        assertThat(second).isEqualTo(first);
        assertThat(machine.size()).isEqualTo(1);
        machine.remove(second.key());
        assertThat(machine.size()).isZero();
        assertThat(machine.matches(numbered("a", 1), "")).isEmpty();
    }

    @Test
    void aPolicyComesBackAfterItsRemoval() {
        FilterMachine machine = new FilterMachine();
        FilterPolicy policy = attributes("{\"a\": [1]}");
        machine.add(attributes("{\"a\": [2]}"));

        for (int i = 0; i < 3; i++) {
            machine.add(policy);
            assertThat(machine.matches(numbered("a", 1), "")).containsExactly(policy.key());
            machine.remove(policy.key());
            assertThat(machine.matches(numbered("a", 1), "")).isEmpty();
        }
    }

    @Test
    void staysRightBeyondTheRemovalsAfterWhichItIsBuiltAnew() {
        FilterMachine machine = new FilterMachine();
        FilterPolicy staying = attributes("{\"n\": [{\"numeric\": [\">\", 5]}]}");
        machine.add(staying);

        for (int i = 0; i < 10_010; i++) {
            FilterPolicy passing = attributes("{\"n\": [" + i + "]}");
            machine.add(passing);
            machine.remove(passing.key());
        }

        assertThat(machine.matches(numbered("n", 7), "")).containsExactly(staying.key());
        assertThat(machine.matches(numbered("n", 5), "")).isEmpty();
    }

    @Test
    void missesNoMessageWhileOtherPoliciesComeAndGo() {
        FilterMachine machine = new FilterMachine();
        FilterPolicy staying = attributes("{\"n\": [{\"numeric\": [\">=\", 0]}], \"s\": [{\"prefix\": \"a\"}]}");
        machine.add(staying);
        MessageAttributes message = new MessageAttributes(
                Map.of("n", MessageAttributes.Text.number("3"), "s", MessageAttributes.Text.string("abc")));
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 2_000; i++) {
                FilterPolicy passing = attributes("{\"n\": [" + i % 7 + "], \"s\": [{\"prefix\": \"ab\"}, \"abc\"]}");
                machine.add(passing);
                machine.remove(passing.key());
            }
            done.set(true);
        });

        while (!done.get() && !changes.isCompletedExceptionally()) {
            assertThat(machine.matches(message, "")).contains(staying.key());
        }

        changes.join();
    }

    @Test
    void findsTheFewThatMatchAmongManyPolicies() {
        FilterMachine machine = new FilterMachine();
        List<FilterPolicy> policies = IntStream.range(0, 5_000)
                .mapToObj(i -> attributes("{\"tenant\": [\"t" + i + "\"], \"kind\": [\"order\", \"invoice\"]}"))
                .toList();
        policies.forEach(machine::add);

        MessageAttributes message = new MessageAttributes(Map.of(
                "tenant", MessageAttributes.Text.string("t4711"), "kind", MessageAttributes.Text.string("invoice")));

        assertThat(machine.matches(message, ""))
                .containsExactly(policies.get(4711).key());
    }

    @Test
    void bothScopesAreAskedAtOnce() {
        FilterMachine machine = new FilterMachine();
        FilterPolicy onAttributes = attributes("{\"a\": [1]}");
        FilterPolicy onBody = FilterPolicy.parse("{\"a\": [1]}", FilterScope.MESSAGE_BODY, FilterLimits.AWS);
        Stream.of(onAttributes, onBody).forEach(machine::add);

        assertThat(onAttributes.key()).isNotEqualTo(onBody.key());
        assertThat(machine.matches(numbered("a", 1), "{\"a\": 1}")).containsOnly(onAttributes.key(), onBody.key());
        assertThat(machine.matches(numbered("a", 1), "{\"a\": 2}")).containsOnly(onAttributes.key());
        assertThat(machine.matches(MessageAttributes.NONE, "{\"a\": 1}")).containsOnly(onBody.key());
    }

    @Test
    void largeArraysAreMatchedInLinearTime() {
        FilterMachine machine = new FilterMachine();
        FilterPolicy policy = FilterPolicy.parse(
                "{\"a\": {\"x\": [{\"anything-but\": \"q\"}], \"y\": [\"no\"]}, \"b\": {\"z\": [{\"prefix\": \"i\"}]}}",
                FilterScope.MESSAGE_BODY,
                FilterLimits.AWS);
        machine.add(policy);
        String elements = "{\"x\": \"i\", \"y\": \"i\", \"z\": \"i\"}" + ",{\"x\": \"i\", \"z\": \"i\"}".repeat(10_000);

        assertThat(machine.matches(MessageAttributes.NONE, "{\"a\": [" + elements + "], \"b\": [" + elements + "]}"))
                .isEmpty();
    }

    private static FilterPolicy attributes(String json) {
        return FilterPolicy.parse(json, FilterScope.MESSAGE_ATTRIBUTES, FilterLimits.AWS);
    }

    private static MessageAttributes numbered(String name, int value) {
        return new MessageAttributes(Map.of(name, MessageAttributes.Text.number(Integer.toString(value))));
    }
}
