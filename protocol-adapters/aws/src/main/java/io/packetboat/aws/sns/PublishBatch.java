package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Members;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.fanout.InvalidNotification;
import io.packetboat.fanout.Notification;
import io.packetboat.fanout.Publications;
import io.packetboat.fanout.PublishOutcome;
import io.packetboat.fanout.PublishedMessage;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Publishes up to ten messages with one sync; each succeeds or fails alone. */
final class PublishBatch implements Operation<PublishBatch.Request> {
    private static final ListName ENTRIES = ListName.members("PublishBatchRequestEntries");
    private static final int MAX_ENTRIES = 10;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final Publications publications;
    private final Arns arns;

    PublishBatch(Publications publications, Arns arns) {
        this.publications = publications;
        this.arns = arns;
    }

    record Request(TopicName topic, List<Entry> entries) {}

    /**
     * A message under the id that the client gave it.
     *
     * @param refusal why it cannot be published, whatever the topic; else there is a notification
     */
    record Entry(String id, Optional<Notification> notification, Optional<PacketboatException> refusal) {}

    private record Published(String id, PublishedMessage message) {
        void writeTo(Members members) {
            members.text("Id", id);
            Publish.write(message, members);
        }
    }

    private record Failed(String id, PacketboatException failure) {
        void writeTo(Members members) {
            ErrorCode code = SnsErrors.TABLE.codeOf(failure);
            members.text("Id", id);
            members.text("Code", code.queryCode());
            members.text("Message", String.valueOf(failure.getMessage()));
            members.flag("SenderFault", code.fault() == ErrorCode.Fault.SENDER);
        }
    }

    @Override
    public Request read(Parameters parameters) {
        List<Parameters> entries = parameters.structures(ENTRIES);
        if (entries.isEmpty()) {
            throw new RequestRefused(SnsErrors.EMPTY_BATCH_REQUEST, "The batch request doesn't contain any entries.");
        }
        if (entries.size() > MAX_ENTRIES) {
            throw new RequestRefused(
                    SnsErrors.TOO_MANY_ENTRIES, "The batch request contains more entries than permissible.");
        }
        requireIds(entries);
        return new Request(
                arns.topic(parameters, Arns.TOPIC),
                entries.stream().map(PublishBatch::entry).toList());
    }

    private static void requireIds(List<Parameters> entries) {
        Set<String> seen = new HashSet<>();
        for (Parameters entry : entries) {
            String id = entry.text("Id").orElse("");
            if (!ID.matcher(id).matches()) {
                throw new RequestRefused(
                        SnsErrors.INVALID_BATCH_ENTRY_ID,
                        "The Id of a batch entry in a batch request doesn't abide by the specification.");
            }
            if (!seen.add(id)) {
                throw new RequestRefused(
                        SnsErrors.BATCH_ENTRY_IDS_NOT_DISTINCT,
                        "Two or more batch entries in the request have the same Id.");
            }
        }
    }

    private static Entry entry(Parameters entry) {
        String id = entry.requireText("Id");
        try {
            return new Entry(id, Optional.of(PublishableMessage.read(entry)), Optional.empty());
        } catch (RequestRefused | InvalidNotification refused) {
            return new Entry(id, Optional.empty(), Optional.of(refused));
        }
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        List<Notification> notifications = request.entries().stream()
                .flatMap(entry -> entry.notification().stream())
                .toList();
        if (notifications.isEmpty()) {
            return CompletableFuture.completedStage(answer(request.entries(), List.of()));
        }
        return publications
                .publishBatch(call.caller(), request.topic(), notifications)
                .thenApply(outcomes -> answer(request.entries(), outcomes));
    }

    private static Answer answer(List<Entry> entries, List<PublishOutcome> outcomes) {
        List<Published> published = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        Iterator<PublishOutcome> next = outcomes.iterator();
        for (Entry entry : entries) {
            entry.refusal()
                    .ifPresentOrElse(
                            refusal -> failed.add(new Failed(entry.id(), refusal)),
                            () -> add(entry.id(), next.next(), published, failed));
        }
        return members -> {
            members.structures(ListName.members("Successful"), published, Published::writeTo);
            members.structures(ListName.members("Failed"), failed, Failed::writeTo);
        };
    }

    private static void add(String id, PublishOutcome outcome, List<Published> published, List<Failed> failed) {
        if (outcome instanceof PublishOutcome.Published success) {
            published.add(new Published(id, success.message()));
        } else if (outcome instanceof PublishOutcome.Refused refused) {
            failed.add(new Failed(id, refused.failure()));
        }
    }
}
