package io.packetboat.liberty;

import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.filter.FilterLimits;
import io.packetboat.policy.AddressRange;
import io.packetboat.push.EndpointRules;
import io.packetboat.subscription.SubscriptionLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How SNS's subscribers reach this node, which it reaches, and how many there may be: AWS's limits unless they are set. */
final class SnsSettings {
    static final Setting<String> PUBLIC_URL = new Setting<>(
            "packetboat.sns.public-url",
            "",
            "http or https URL, empty for http://localhost and the AWS port",
            "Under which address subscribers reach the AWS endpoint, for the links in notifications.",
            Units::webAddress);
    static final Setting<List<AddressRange>> ENDPOINT_ALLOW = new Setting<>(
            "packetboat.sns.endpoint.allow",
            "",
            "IP addresses and CIDR ranges, separated by commas; empty for all",
            "The only addresses that notifications are sent to over HTTP and HTTPS.",
            Units::addressRanges);
    static final Setting<List<AddressRange>> ENDPOINT_DENY = new Setting<>(
            "packetboat.sns.endpoint.deny",
            "",
            "IP addresses and CIDR ranges, separated by commas",
            "Addresses that no notification is sent to; link-local ones and those of clouds' metadata never are.",
            Units::addressRanges);
    static final Setting<Integer> MAX_SUBSCRIPTIONS = new Setting<>(
            "packetboat.sns.subscriptions.max-per-topic",
            Long.toString(SubscriptionLimits.AWS.perTopic()),
            "number",
            "The most confirmed subscriptions of SNS that a standard topic has.",
            Units.integer(1, 100_000_000));
    static final Setting<Integer> MAX_FIFO_SUBSCRIPTIONS = new Setting<>(
            "packetboat.sns.subscriptions.max-per-fifo-topic",
            Long.toString(SubscriptionLimits.AWS.perFifoTopic()),
            "number",
            "The same of a FIFO topic.",
            Units.integer(1, 100_000_000));
    static final Setting<Integer> MAX_POLICIES = new Setting<>(
            "packetboat.sns.filter.max-policies-per-topic",
            Long.toString(SubscriptionLimits.AWS.policiesPerTopic()),
            "number",
            "The most subscriptions of a topic that have a filter policy; each distinct policy takes 2 to 5 KB of the heap.",
            Units.integer(1, 100_000_000));
    static final Setting<Integer> MAX_KEYS = new Setting<>(
            "packetboat.sns.filter.max-keys",
            Integer.toString(FilterLimits.AWS.keys()),
            "number",
            "The most names that a filter policy asks for, in a body the outermost ones.",
            Units.integer(1, FilterLimits.MOST_NAMES));
    static final Setting<Integer> MAX_COMBINATIONS = new Setting<>(
            "packetboat.sns.filter.max-combinations",
            Long.toString(FilterLimits.AWS.combinations()),
            "number",
            "The most combinations of values in a filter policy.",
            Units.integer(1, FilterLimits.MOST_COMBINATIONS));
    static final Setting<Integer> MAX_POLICY_SIZE = new Setting<>(
            "packetboat.sns.filter.max-size", "256KiB", "size", "The largest filter policy.", Units.size("1B", "1MiB"));
    static final Setting<Integer> MAX_REPLAYS = new Setting<>(
            "packetboat.sns.archive.max-replays",
            "100",
            "number",
            "How many subscriptions may be given archived messages at the same time.",
            Units.integer(1, 100_000));
    static final List<Setting<?>> ALL = List.of(
            PUBLIC_URL,
            ENDPOINT_ALLOW,
            ENDPOINT_DENY,
            MAX_SUBSCRIPTIONS,
            MAX_FIFO_SUBSCRIPTIONS,
            MAX_POLICIES,
            MAX_KEYS,
            MAX_COMBINATIONS,
            MAX_POLICY_SIZE,
            MAX_REPLAYS);

    private SnsSettings() {}

    static EndpointRules endpointRules(Configuration values) {
        return new EndpointRules(values.value(ENDPOINT_ALLOW), values.value(ENDPOINT_DENY));
    }

    /**
     * The address, without a slash at its end.
     *
     * @param open the port that the AWS endpoint took where it may take any; not known before it is open
     */
    static Supplier<String> publicUrl(Configuration values, Supplier<Optional<Integer>> open) {
        String set = values.value(PUBLIC_URL);
        if (!set.isEmpty()) {
            return () -> set;
        }
        int port = values.value(AwsSettings.PORT);
        return () -> "http://localhost:" + (port > 0 ? port : open.get().orElseThrow(SnsSettings::notOpenYet));
    }

    private static BrokerUnavailable notOpenYet() {
        return new BrokerUnavailable("The AWS endpoint is not open yet.", null);
    }

    static SubscriptionLimits limits(Configuration values) {
        return new SubscriptionLimits(
                values.value(MAX_SUBSCRIPTIONS),
                values.value(MAX_FIFO_SUBSCRIPTIONS),
                values.value(MAX_POLICIES),
                new FilterLimits(
                        values.value(MAX_KEYS), values.value(MAX_COMBINATIONS), values.value(MAX_POLICY_SIZE)));
    }
}
