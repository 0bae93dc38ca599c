package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes, changes and deletes a few queues over SQS, one call after the other, and knows what each of them must be: as the
 * last answered call left it, or as the one call made it that got no answer.
 *
 * <p>Every call gives a queue a new number, which two attributes of the broker's and one of the database's are made of, so
 * that half a change shows.
 */
final class QueueChanges implements Lane {
    private static final int QUEUES = 4;

    private final String prefix;
    private final Random random;
    private final AtomicInteger answered;
    private final Map<String, Optional<Integer>> known = new HashMap<>();
    private Optional<Change> inDoubt = Optional.empty();
    private int last;

    /** @param number empty once the queue is deleted */
    private record Change(String queue, Optional<Integer> number) {}

    /** @param answered counts the calls that were answered */
    QueueChanges(String prefix, Random random, AtomicInteger answered) {
        this.prefix = prefix;
        this.random = random;
        this.answered = answered;
        for (int i = 0; i < QUEUES; i++) {
            known.put(prefix + i, Optional.empty());
        }
    }

    @Override
    public String name() {
        return prefix;
    }

    @Override
    public void work(PacketboatServer server, CountDownLatch working) throws Exception {
        SqsCalls calls = new SqsCalls(server);
        working.countDown();
        while (!Thread.currentThread().isInterrupted()) {
            String queue = prefix + random.nextInt(QUEUES);
            boolean exists = known.get(queue).isPresent();
            boolean deletes = exists && random.nextInt(3) == 0;
            Change change = new Change(queue, deletes ? Optional.empty() : Optional.of(++last));
            inDoubt = Optional.of(change);
            call(calls, change, exists);
            inDoubt = Optional.empty();
            known.put(queue, change.number());
            answered.incrementAndGet();
        }
    }

    private static void call(SqsCalls calls, Change change, boolean exists) throws Exception {
        if (change.number().isEmpty()) {
            calls.call(
                    "DeleteQueue",
                    Json.createObjectBuilder()
                            .add("QueueUrl", calls.url(change.queue()))
                            .build());
            return;
        }
        JsonObject attributes = attributes(change.number().get());
        if (exists) {
            calls.call(
                    "SetQueueAttributes",
                    Json.createObjectBuilder()
                            .add("QueueUrl", calls.url(change.queue()))
                            .add("Attributes", attributes)
                            .build());
        } else {
            calls.call(
                    "CreateQueue",
                    Json.createObjectBuilder()
                            .add("QueueName", change.queue())
                            .add("Attributes", attributes)
                            .build());
        }
    }

    private static JsonObject attributes(int number) {
        return Json.createObjectBuilder()
                .add("VisibilityTimeout", Integer.toString(number % 43_200))
                .add("MessageRetentionPeriod", Integer.toString(60 + number))
                .add("RedrivePolicy", redrivePolicy(number))
                .build();
    }

    private static String redrivePolicy(int number) {
        return Json.createObjectBuilder()
                .add("deadLetterTargetArn", "arn:aws:sqs:us-east-1:000000000000:" + SqsDefinitionsCrashIT.DEAD)
                .add("maxReceiveCount", 1 + number % 1_000)
                .build()
                .toString();
    }

    /** What is wrong with these queues after a restart; to be called while nobody works. */
    List<String> look(SqsCalls calls, CoreQueues broker) throws Exception {
        List<String> wrong = new ArrayList<>();
        TreeSet<String> found = new TreeSet<>();
        for (String queue : List.copyOf(known.keySet())) {
            boolean exists = broker.exists(queue);
            Optional<JsonObject> attributes = exists ? Optional.of(attributesOf(calls, queue)) : Optional.empty();
            if (exists) {
                found.add(queue);
            }
            Optional<Optional<Integer>> state = possible(queue).stream()
                    .filter(number -> number.map(QueueChanges::attributes).equals(attributes))
                    .findFirst();
            if (state.isEmpty()) {
                wrong.add(queue + " is " + attributes + " and may be one of " + possible(queue));
            }
            known.put(queue, state.orElse(Optional.empty()));
        }
        inDoubt = Optional.empty();
        TreeSet<String> listed = listed(calls);
        if (!listed.equals(found)) {
            wrong.add("listed are " + listed + " where the broker has " + found);
        }
        return wrong;
    }

    private List<Optional<Integer>> possible(String queue) {
        List<Optional<Integer>> states = new ArrayList<>(List.of(known.get(queue)));
        inDoubt.filter(change -> change.queue().equals(queue))
                .map(Change::number)
                .ifPresent(states::add);
        return states;
    }

    private static JsonObject attributesOf(SqsCalls calls, String queue) throws Exception {
        return calls.call(
                        "GetQueueAttributes",
                        Json.createObjectBuilder()
                                .add("QueueUrl", calls.url(queue))
                                .add(
                                        "AttributeNames",
                                        Json.createArrayBuilder(List.of(
                                                "VisibilityTimeout", "MessageRetentionPeriod", "RedrivePolicy")))
                                .build())
                .getJsonObject("Attributes");
    }

    private TreeSet<String> listed(SqsCalls calls) throws Exception {
        JsonObject answer = calls.call(
                "ListQueues",
                Json.createObjectBuilder().add("QueueNamePrefix", prefix).build());
        TreeSet<String> names = new TreeSet<>();
        if (answer.containsKey("QueueUrls")) {
            answer.getJsonArray("QueueUrls")
                    .getValuesAs(JsonString.class)
                    .forEach(url ->
                            names.add(url.getString().substring(url.getString().lastIndexOf('/') + 1)));
        }
        return names;
    }
}
