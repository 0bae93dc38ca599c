package io.packetboat.topic;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.audit.ReadOnly;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.policy.ResourcePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The topics as SNS defines them: attributes, tags and policies.
 *
 * <p>Whichever protocol made a topic, it is found here by its name, and becomes defined by the first change of it. A
 * command is on disk, in the database and in the broker, when it returns, and blocks until then. Raises {@link
 * io.packetboat.identity.AccessDenied} for callers without the right, {@link TopicNotFound}, and {@link
 * io.packetboat.broker.BrokerUnavailable} while the broker does not run.
 */
@ApplicationScoped
public class TopicDefinitions {
    /** The most topics that CreateTopic makes. */
    public static final int MAX_TOPICS = 100_000;

    /** The most FIFO topics that CreateTopic makes. */
    public static final int MAX_FIFO_TOPICS = 1_000;

    /** What CreateTopic allows; other doors allow more. */
    private static final Pattern CREATABLE = Pattern.compile("[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\\.fifo");

    private final TopicDirectory directory;
    private final TopicMemory memory;
    private final TopicGuard guard;
    private final TopicArns arns;
    private final Clock clock;

    @Inject
    public TopicDefinitions(
            TopicDirectory directory, TopicMemory memory, Rights rights, IdentityConfig config, Clock clock) {
        this.directory = directory;
        this.memory = memory;
        this.guard = new TopicGuard(rights, config);
        this.arns = new TopicArns(config.region(), config.account());
        this.clock = clock;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected TopicDefinitions() {
        this.directory = null;
        this.memory = null;
        this.guard = null;
        this.arns = null;
        this.clock = null;
    }

    /**
     * Makes a topic, or finds one that has all the wanted values already. A multicast address of this name that a client
     * made becomes this topic, with its subscribers.
     *
     * @throws TopicRefused for names that SNS does not know, values that cannot be, and values or tags that differ from
     *     those of the topic that is there
     * @throws TopicLimitReached if there are too many of them
     */
    @Audited("sns:CreateTopic")
    public TopicDefinition create(
            Caller caller, @AuditSubject TopicName name, List<TopicAttributeChange> wanted, TopicTags tags) {
        guard.require(caller, "sns:CreateTopic", name);
        if (!tags.values().isEmpty()) {
            guard.require(caller, "sns:TagResource", name);
        }
        if (!CREATABLE.matcher(name.value()).matches()) {
            throw new TopicRefused("Topic Name");
        }
        if (TopicAttributes.isFifo(name) && !wanted.contains(new TopicAttributeChange.Fifo(true))) {
            throw new TopicRefused("Topic Name", "only FIFO topics have a name that ends with .fifo");
        }
        return directory.create(name, () -> fresh(name, wanted, tags), existing -> requireSame(existing, wanted, tags));
    }

    private TopicAttributes fresh(TopicName name, List<TopicAttributeChange> wanted, TopicTags tags) {
        boolean fifo = TopicAttributes.isFifo(name);
        int limit = fifo ? MAX_FIFO_TOPICS : MAX_TOPICS;
        if (memory.countDefined(fifo) >= limit) {
            throw new TopicLimitReached(limit);
        }
        return TopicAttributeChange.applyAll(wanted, TopicAttributes.defaultsOf(name), now())
                .withTags(tags);
    }

    private void requireSame(TopicDefinition existing, List<TopicAttributeChange> wanted, TopicTags tags) {
        TopicAttributes attributes = existing.attributes();
        if (!TopicAttributeChange.applyAll(wanted, attributes, now()).equals(attributes)) {
            throw new TopicRefused("Attributes", "Topic already exists with different attributes");
        }
        if (!tags.values().isEmpty() && !tags.equals(attributes.tags())) {
            throw new TopicRefused("Tags", "Topic already exists with different tags");
        }
    }

    /**
     * Deletes the topic with all subscriptions of all protocols and their messages; does nothing if there is none.
     *
     * @throws TopicArchived if it keeps messages
     */
    @Audited("sns:DeleteTopic")
    public void delete(Caller caller, @AuditSubject TopicName name) {
        guard.require(caller, "sns:DeleteTopic", name);
        directory.delete(name);
    }

    /** Those that were made or subscribed to through SNS, by name. */
    @ReadOnly
    public Page<TopicName> list(Caller caller, PageRequest page) {
        guard.requireAll(caller, "sns:ListTopics");
        return memory.listDefined(page).map(TopicDefinition::name);
    }

    /** Gives attributes new values; those that are not named stay. Raises {@link TopicRefused}. */
    @Audited("sns:SetTopicAttributes")
    public void change(Caller caller, @AuditSubject TopicName name, List<TopicAttributeChange> changes) {
        guard.require(caller, "sns:SetTopicAttributes", name);
        directory.change(name, topic -> TopicAttributeChange.applyAll(changes, topic, now()));
    }

    @ReadOnly
    public TopicTags tagsOf(Caller caller, TopicName name) {
        guard.require(caller, "sns:ListTagsForResource", name);
        return memory.definitionOf(name).attributes().tags();
    }

    /** Adds tags; one with the key of an existing tag replaces it. Raises {@link TopicTags.TooMany}. */
    @Audited("sns:TagResource")
    public void tag(Caller caller, @AuditSubject TopicName name, TopicTags tags) {
        guard.require(caller, "sns:TagResource", name);
        directory.change(name, topic -> topic.withTags(topic.tags().with(tags)));
    }

    /** Takes tags off; keys that it does not have are ignored. */
    @Audited("sns:UntagResource")
    public void untag(Caller caller, @AuditSubject TopicName name, Collection<String> keys) {
        guard.require(caller, "sns:UntagResource", name);
        directory.change(name, topic -> topic.withTags(topic.tags().without(keys)));
    }

    /** Adds a statement to the topic's policy; raises {@link TopicRefused} for a label that it has already. */
    @Audited("sns:AddPermission")
    public void addPermission(Caller caller, @AuditSubject TopicName name, TopicPermission permission) {
        guard.require(caller, "sns:AddPermission", name);
        changePolicy(name, policy -> Optional.of(permission.addTo(policy, arns.of(name))));
    }

    /** Takes the statement of this label out of the topic's policy; does nothing if there is none. */
    @Audited("sns:RemovePermission")
    public void removePermission(Caller caller, @AuditSubject TopicName name, String label) {
        guard.require(caller, "sns:RemovePermission", name);
        changePolicy(name, policy -> TopicPermission.remove(policy, label));
    }

    /** As exactly as the database keeps it. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private void changePolicy(TopicName name, UnaryOperator<Optional<ResourcePolicy>> change) {
        directory.change(name, topic -> topic.withPolicy(change.apply(topic.policy())));
    }
}
