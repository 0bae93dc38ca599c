package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.crash.SqsEvent.Accepted;
import io.packetboat.it.crash.SqsEvent.Sent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Sends to one queue, one message after the other. In a FIFO queue each is sent again under its deduplication id: those
 * that got no answer, as a client does, and now and then one that got it.
 */
final class SqsProducer implements Lane {
    private static final int SIZE = 2_000;
    private static final int EVERY = 10;

    private final String queue;
    private final String group;
    private final Names names;
    private final SqsHistory history;
    private Optional<String> inDoubt = Optional.empty();
    private int repeats;

    /** @param group empty for a standard queue */
    SqsProducer(String queue, String group, Names names, SqsHistory history) {
        this.queue = queue;
        this.group = group;
        this.names = names;
        this.history = history;
    }

    @Override
    public String name() {
        return names.prefix();
    }

    @Override
    public void work(PacketboatServer server, CountDownLatch working) throws Exception {
        SqsCalls calls = new SqsCalls(server);
        working.countDown();
        if (inDoubt.isPresent() && !group.isEmpty()) {
            send(calls, inDoubt.get(), inDoubt.get() + '#' + ++repeats);
        }
        for (int i = 1; !Thread.currentThread().isInterrupted(); i++) {
            String key = names.next();
            send(calls, key, key);
            if (i % EVERY == 0 && !group.isEmpty()) {
                send(calls, key, key + '#' + ++repeats);
            }
        }
    }

    private void send(SqsCalls calls, String key, String body) throws Exception {
        JsonObjectBuilder request =
                Json.createObjectBuilder().add("QueueUrl", calls.url(queue)).add("MessageBody", Content.of(body, SIZE));
        if (!group.isEmpty()) {
            request.add("MessageGroupId", group).add("MessageDeduplicationId", key);
        }
        inDoubt = Optional.of(key);
        long start = System.nanoTime();
        JsonObject answer;
        try {
            answer = calls.call("SendMessage", request.build());
        } catch (Exception e) {
            history.add(new Sent(queue, group, key, body, start, SqsEvent.NEVER, Optional.empty()));
            throw e;
        }
        inDoubt = Optional.empty();
        Accepted accepted =
                new Accepted(answer.getString("MessageId"), Long.parseLong(answer.getString("SequenceNumber", "0")));
        history.add(new Sent(queue, group, key, body, start, System.nanoTime(), Optional.of(accepted)));
    }
}
