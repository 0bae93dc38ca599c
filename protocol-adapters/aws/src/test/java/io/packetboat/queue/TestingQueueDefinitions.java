package io.packetboat.queue;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queues whose names say how they answer: {@code missing} is not there, {@code taken} has other attributes, and so on. */
public final class TestingQueueDefinitions extends QueueDefinitions {
    private static final Instant THEN = Instant.ofEpochSecond(1_900_000_000);

    @Override
    public QueueDefinition create(Caller caller, QueueName name, List<AttributeChange> wanted, QueueTags tags) {
        if (name.value().equals("taken")) {
            throw new QueueNameTaken(name);
        }
        return AttributeChange.applyAll(wanted, QueueDefinition.fresh(name));
    }

    @Override
    public void delete(Caller caller, QueueName name) {
        require(name);
        if (name.value().equals("dead")) {
            throw new QueueInUse(name);
        }
    }

    private static void require(QueueName name) {
        if (name.value().equals("missing")) {
            throw new QueueNotFound(name);
        }
    }

    @Override
    public void locate(Caller caller, QueueName name, Optional<String> account) {
        require(name);
    }

    /** A queue with every attribute that its type can have; a plain one of the protocols where it is called so. */
    @Override
    public DescribedQueue describe(Caller caller, QueueName name) {
        require(name);
        QueueAttributes attributes = QueueAttributes.defaultsOf(name);
        if (!name.value().equals("plain")) {
            attributes = attributes
                    .withRedriveAllowPolicy(Optional.of(new RedriveAllowPolicy.ByQueue(List.of(new QueueName("a")))))
                    .createdAt(THEN)
                    .modifiedAt(THEN.plusSeconds(1));
        }
        Optional<Duration> retention =
                name.value().equals("plain") ? Optional.empty() : Optional.of(Duration.ofDays(4));
        QueueDefinition definition = new QueueDefinition(
                name, attributes, retention, Optional.of(new RedrivePolicy(new QueueName("DLQ"), 10)));
        return new DescribedQueue(
                Arn.parse("arn:aws:sqs:us-east-1:000000000000:" + name),
                definition,
                new QueueState.Numbers(10, 3, 2, 0, 0, 0, 0, 0));
    }

    @Override
    public Page<QueueName> list(Caller caller, String prefix, PageRequest page) {
        return two(page);
    }

    @Override
    public Page<QueueName> listDeadLetterSources(Caller caller, QueueName name, PageRequest page) {
        require(name);
        return two(page);
    }

    /** Two queues, one of which has a name that SQS would not make; a third is behind a page of that size. */
    private static Page<QueueName> two(PageRequest page) {
        return new Page<>(
                List.of(new QueueName("a"), new QueueName("b c/ü")),
                page.size() == 2 ? Optional.of("b c/ü") : Optional.empty());
    }

    @Override
    public void change(Caller caller, QueueName name, List<AttributeChange> changes) {
        require(name);
        var unused = AttributeChange.applyAll(changes, QueueDefinition.fresh(name));
    }

    @Override
    public QueueTags tagsOf(Caller caller, QueueName name) {
        require(name);
        return new QueueTags(Map.of("team", "a&b", "empty", ""));
    }

    @Override
    public void tag(Caller caller, QueueName name, QueueTags tags) {
        require(name);
    }

    @Override
    public void untag(Caller caller, QueueName name, Collection<String> keys) {
        require(name);
    }

    @Override
    public void addPermission(Caller caller, QueueName name, QueuePermission permission) {
        require(name);
        if (permission.label().equals("taken")) {
            throw new QueuePermission.LabelTaken(permission.label());
        }
    }

    @Override
    public void removePermission(Caller caller, QueueName name, String label) {
        require(name);
        if (label.equals("missing")) {
            throw new QueuePermission.LabelNotFound(label);
        }
    }

    @Override
    public void purge(Caller caller, QueueName name) {
        require(name);
        if (name.value().equals("purged")) {
            throw new PurgeInProgress(name);
        }
    }
}
