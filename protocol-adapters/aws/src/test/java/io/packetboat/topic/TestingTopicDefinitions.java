package io.packetboat.topic;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Topics whose names say how they answer: {@code missing} is not there, {@code taken} differs, {@code full} is one too many. */
public final class TestingTopicDefinitions extends TopicDefinitions {

    @Override
    public TopicDefinition create(Caller caller, TopicName name, List<TopicAttributeChange> wanted, TopicTags tags) {
        if (name.value().equals("taken")) {
            throw new TopicRefused("Attributes", "Topic already exists with different attributes");
        }
        if (name.value().equals("full")) {
            throw new TopicLimitReached(MAX_TOPICS);
        }
        return new TopicDefinition(
                name, TopicAttributeChange.applyAll(wanted, TopicAttributes.defaultsOf(name), Instant.EPOCH), true);
    }

    @Override
    public void delete(Caller caller, TopicName name) {
        if (name.value().equals("kept.fifo")) {
            throw new TopicArchived(name);
        }
    }

    /** Two topics, one of which has a name that SNS would not make; a third is behind the first page. */
    @Override
    public Page<TopicName> list(Caller caller, PageRequest page) {
        return new Page<>(
                List.of(new TopicName("a"), new TopicName("b c/ü")),
                page.after().isEmpty() ? Optional.of("b c/ü") : Optional.empty());
    }

    @Override
    public void change(Caller caller, TopicName name, List<TopicAttributeChange> changes) {
        require(name);
        var unused = TopicAttributeChange.applyAll(changes, TopicAttributes.defaultsOf(name), Instant.EPOCH);
    }

    private static void require(TopicName name) {
        if (name.value().equals("missing")) {
            throw new TopicNotFound(name);
        }
    }

    @Override
    public TopicTags tagsOf(Caller caller, TopicName name) {
        require(name);
        return new TopicTags(Map.of("team", "a&b", "empty", ""));
    }

    @Override
    public void tag(Caller caller, TopicName name, TopicTags tags) {
        require(name);
        if (name.value().equals("full")) {
            throw new TopicTags.TooMany();
        }
    }

    @Override
    public void untag(Caller caller, TopicName name, Collection<String> keys) {
        require(name);
    }

    @Override
    public void addPermission(Caller caller, TopicName name, TopicPermission permission) {
        require(name);
    }

    @Override
    public void removePermission(Caller caller, TopicName name, String label) {
        require(name);
    }
}
