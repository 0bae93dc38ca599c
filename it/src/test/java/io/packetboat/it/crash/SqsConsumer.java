package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.crash.SqsEvent.Deleting;
import io.packetboat.it.crash.SqsEvent.Got;
import io.packetboat.it.crash.SqsEvent.Message;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Receives and deletes; now and then it forgets the rest of what it got, as a consumer does that dies. */
final class SqsConsumer implements Lane {
    /** How long what it forgets stays hidden. */
    static final Duration HIDDEN = Duration.ofSeconds(3);

    private static final AtomicLong CALLS = new AtomicLong();
    private static final int FORGETS_ONE_IN = 30;
    /** What a FIFO queue says, rightly, to a machine that took longer than the message was hidden. */
    private static final String EXPIRED = "The receipt handle has expired";

    private final String queue;
    private final SqsHistory history;
    private final Random random;

    SqsConsumer(String queue, SqsHistory history, Random random) {
        this.queue = queue;
        this.history = history;
        this.random = random;
    }

    @Override
    public String name() {
        return "sqs-consumer-of-" + queue;
    }

    @Override
    public void work(PacketboatServer server, CountDownLatch working) throws Exception {
        SqsCalls calls = new SqsCalls(server);
        working.countDown();
        while (!Thread.currentThread().isInterrupted()) {
            take(calls, true);
        }
    }

    /** Receives once and deletes all of it; how much that was. */
    int empty(SqsCalls calls) throws Exception {
        return take(calls, false);
    }

    private int take(SqsCalls calls, boolean forgetful) throws Exception {
        long asked = System.nanoTime();
        JsonObject answer = calls.call(
                "ReceiveMessage",
                Json.createObjectBuilder()
                        .add("QueueUrl", calls.url(queue))
                        .add("MaxNumberOfMessages", 10)
                        .add("VisibilityTimeout", (int) HIDDEN.toSeconds())
                        .add("WaitTimeSeconds", 1)
                        .add(
                                "MessageSystemAttributeNames",
                                Json.createArrayBuilder().add("All"))
                        .build());
        long answered = System.nanoTime();
        JsonArray messages =
                answer.containsKey("Messages") ? answer.getJsonArray("Messages") : JsonArray.EMPTY_JSON_ARRAY;
        long call = CALLS.incrementAndGet();
        List<Got> received = new ArrayList<>();
        for (JsonObject message : messages.getValuesAs(JsonObject.class)) {
            Got got = got(message, call, asked, answered);
            history.add(got);
            received.add(got);
        }
        for (int i = 0; i < received.size(); i++) {
            if (forgetful && random.nextInt(FORGETS_ONE_IN) == 0) {
                break;
            }
            delete(calls, received.get(i), messages.getJsonObject(i).getString("ReceiptHandle"));
        }
        return received.size();
    }

    private Got got(JsonObject message, long call, long asked, long answered) {
        JsonObject system = message.getJsonObject("Attributes");
        String body = Content.message(message.getString("Body"));
        return new Got(
                new Message(
                        queue,
                        system.getString("MessageGroupId", ""),
                        message.getString("MessageId"),
                        Long.parseLong(system.getString("SequenceNumber", "0")),
                        body),
                Integer.parseInt(system.getString("ApproximateReceiveCount")),
                call,
                asked,
                answered,
                HIDDEN.toNanos());
    }

    private void delete(SqsCalls calls, Got got, String handle) throws Exception {
        long start = System.nanoTime();
        try {
            calls.call(
                    "DeleteMessage",
                    Json.createObjectBuilder()
                            .add("QueueUrl", calls.url(queue))
                            .add("ReceiptHandle", handle)
                            .build());
        } catch (Exception e) {
            history.add(new Deleting(got.message().id(), got.receives(), start, SqsEvent.NEVER));
            if (String.valueOf(e.getMessage()).contains(EXPIRED)) {
                return;
            }
            throw e;
        }
        history.add(new Deleting(got.message().id(), got.receives(), start, System.nanoTime()));
    }
}
