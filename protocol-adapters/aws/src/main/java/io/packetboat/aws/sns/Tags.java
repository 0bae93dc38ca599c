package io.packetboat.aws.sns;

import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Members;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.topic.TopicNotFound;
import io.packetboat.topic.TopicTags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tags as SNS carries them, and the name of a missing topic where tags are concerned. */
final class Tags {
    static final String RESOURCE = "ResourceArn";

    private static final ListName TAGS = ListName.members("Tags");

    private Tags() {}

    static TopicTags read(Parameters parameters) {
        Map<String, String> tags = new HashMap<>();
        for (Parameters tag : parameters.structures(TAGS)) {
            String key = tag.text("Key").orElseThrow(() -> SnsErrors.missing("Tags"));
            if (tags.put(key, tag.text("Value").orElse("")) != null) {
                throw SnsErrors.invalid("Tags Reason: Duplicated keys are not allowed");
            }
        }
        return new TopicTags(tags);
    }

    static void write(TopicTags tags, Members answer) {
        answer.structures(TAGS, List.copyOf(tags.values().entrySet()), (tag, members) -> {
            members.text("Key", tag.getKey());
            members.text("Value", tag.getValue());
        });
    }

    static <T> T ofResource(Supplier<T> work) {
        try {
            return work.get();
        } catch (TopicNotFound e) {
            throw new RequestRefused(SnsErrors.RESOURCE_NOT_FOUND, "Resource does not exist");
        }
    }
}
