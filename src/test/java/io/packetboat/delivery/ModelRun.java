package io.packetboat.delivery;

import io.packetboat.delivery.SqsModel.Broken;
import io.packetboat.delivery.SqsModel.Got;
import io.packetboat.delivery.SqsModel.Outcome;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Does a list of steps with the engine and tells the model; raises {@link Broken} where they differ. */
final class ModelRun {
    private static final Duration HALF_SECOND = Duration.ofMillis(500);
    private static final int LONGEST_SECONDS = 10;

    private final boolean fifo;
    private final TestedEngine engine;
    private final SqsModel deadModel;
    private final SqsModel mainModel;
    private final List<Receipted> receipts = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private final Queue<Open> answered = new ConcurrentLinkedQueue<>();
    private int bodies;

    private record Receipted(boolean dead, ReceiptHandle handle) {}

    /** A receive that waits. */
    private record Open(Step.Receive asked, Instant until, CompletableFuture<List<Delivery>> answer) {}

    ModelRun(TestedEngine engine, boolean fifo, DeskLimits limits, int maxReceives) {
        this.fifo = fifo;
        this.engine = engine;
        Instant now = engine.now();
        this.deadModel = new SqsModel(fifo, limits, 0, null, now);
        this.mainModel = new SqsModel(fifo, limits, maxReceives, deadModel, now);
    }

    void run(List<Step> steps) {
        for (Step step : steps) {
            run(step);
            lookAtOpenReceives();
        }
        drain();
    }

    private void run(Step step) {
        if (step instanceof Step.Send send) {
            send(send);
        } else if (step instanceof Step.Receive receive) {
            receive(receive);
        } else if (step instanceof Step.Delete delete) {
            receipt(delete.receipt()).ifPresent(this::delete);
        } else if (step instanceof Step.ChangeVisibility change) {
            receipt(change.receipt()).ifPresent(receipt -> change(receipt, change.seconds()));
        } else if (step instanceof Step.Cancel cancel) {
            cancel(cancel);
        } else if (step instanceof Step.Purge) {
            CompletionStage<Void> purged = engine.purge();
            done(purged);
            mainModel.purge();
        } else if (step instanceof Step.Advance advance) {
            advance(advance.halfSeconds());
        } else if (step instanceof Step.Crash crash) {
            crash(crash);
        }
    }

    private void crash(Step.Crash crash) {
        engine.crash(HALF_SECOND.multipliedBy(crash.halfSecondsDown()));
        open.clear();
        for (SqsModel model : List.of(mainModel, deadModel)) {
            model.crashed();
            model.timeMoved(engine.now());
        }
        engine.settle();
    }

    private void send(Step.Send send) {
        List<OutgoingMessage> messages = new ArrayList<>();
        for (Step.Letter letter : send.letters()) {
            String body = "m" + bodies++;
            messages.add(new OutgoingMessage(
                    body,
                    MessageAttributes.NONE,
                    fifo ? Optional.empty() : Optional.of(engine.seconds(letter.delaySeconds())),
                    Step.group(letter, fifo).map(MessageGroupId::new),
                    fifo ? Optional.of(new DeduplicationId(key(letter, body))) : Optional.empty(),
                    Optional.empty()));
        }
        List<CompletionStage<SentMessage>> sent = engine.send(messages);
        for (int i = 0; i < messages.size(); i++) {
            OutgoingMessage message = messages.get(i);
            mainModel.sent(
                    done(sent.get(i)).id().value(),
                    message.group().map(MessageGroupId::value),
                    message.deduplication().map(DeduplicationId::value),
                    Duration.ofSeconds(send.letters().get(i).delaySeconds()));
        }
    }

    private static String key(Step.Letter letter, String body) {
        return letter.deduplication() < 0 ? body : "d" + letter.deduplication();
    }

    private void receive(Step.Receive asked) {
        SqsModel model = model(asked.fromDeadLetters());
        Duration visibility = Duration.ofSeconds(asked.visibilitySeconds());
        Optional<String> attempt = attempt(asked);
        boolean refused = model.refuses(Duration.ofSeconds(asked.waitSeconds()));
        CompletableFuture<List<Delivery>> answer = engine.receive(
                asked.fromDeadLetters(),
                asked.max(),
                engine.seconds(asked.visibilitySeconds()),
                engine.seconds(asked.waitSeconds()),
                attempt);
        boolean waits = asked.waitSeconds() > 0 && !model.owes(attempt);
        engine.await(() -> waits || answer.isDone());
        if (refused) {
            check(answer.isCompletedExceptionally(), "a receive beyond the limit of messages in flight was let in");
            return;
        }
        if (answer.isDone()) {
            List<Got> got = got(asked.fromDeadLetters(), answer);
            if (asked.waitSeconds() > 0) {
                check(!got.isEmpty(), "an empty answer before the wait was over");
            }
            model.receivedAtOnce(got, asked.max(), visibility, attempt);
            settleIfVisible(asked);
        } else {
            check(asked.waitSeconds() > 0, "no answer to a receive that does not wait");
            Instant until = engine.now().plusSeconds(asked.waitSeconds());
            Open waiting = new Open(asked, until, answer);
            open.add(waiting);
            var unused = answer.whenComplete((deliveries, failure) -> answered.add(waiting));
        }
    }

    private static Optional<String> attempt(Step.Receive asked) {
        return asked.attempt() == 0 ? Optional.empty() : Optional.of("a" + asked.attempt());
    }

    private List<Got> got(boolean dead, CompletableFuture<List<Delivery>> answer) {
        List<Delivery> deliveries = done(answer);
        deliveries.forEach(delivery -> receipts.add(new Receipted(dead, delivery.handle())));
        return deliveries.stream()
                .map(delivery -> new Got(
                        delivery.id().value(),
                        dead + delivery.handle().value(),
                        delivery.system().receiveCount()))
                .toList();
    }

    private Optional<Receipted> receipt(int back) {
        return back < receipts.size() ? Optional.of(receipts.get(receipts.size() - 1 - back)) : Optional.empty();
    }

    private void delete(Receipted receipt) {
        CompletionStage<Void> deleted = engine.delete(receipt.dead, receipt.handle);
        Outcome got = outcome(deleted);
        Outcome expected = model(receipt.dead).delete(receipt.dead + receipt.handle.value());
        check(got == expected, "a delete answered " + got + " and not " + expected);
    }

    private void change(Receipted receipt, int seconds) {
        CompletionStage<Void> changed = engine.changeVisibility(receipt.dead, receipt.handle, engine.seconds(seconds));
        Outcome got = outcome(changed);
        if (seconds == 0) {
            engine.settle();
        }
        Outcome expected = model(receipt.dead)
                .changeVisibility(receipt.dead + receipt.handle.value(), Duration.ofSeconds(seconds));
        check(got == expected, "a change answered " + got + " and not " + expected);
    }

    private Outcome outcome(CompletionStage<Void> stage) {
        CompletableFuture<Void> future = stage.toCompletableFuture();
        check(engine.await(future::isDone), "no answer");
        if (!future.isCompletedExceptionally()) {
            return Outcome.DONE;
        }
        Throwable failure = future.handle((done, thrown) -> thrown).join();
        if (failure instanceof ReceiptHandleExpired) {
            return Outcome.EXPIRED;
        }
        check(failure instanceof MessageNotInFlight, "failed with " + failure);
        return Outcome.NOT_IN_FLIGHT;
    }

    private void cancel(Step.Cancel cancel) {
        if (cancel.receive() < open.size()) {
            Open withdrawn = open.remove(cancel.receive());
            withdrawn.answer.cancel(false);
            answered.remove(withdrawn);
        }
    }

    /** Half a second at a time: everything here lasts whole seconds, so that nothing falls between two looks. */
    private void advance(int halfSeconds) {
        for (int i = 0; i < halfSeconds; i++) {
            engine.advance(HALF_SECOND);
            mainModel.timeMoved(engine.now());
            deadModel.timeMoved(engine.now());
            lookAtOpenReceives();
        }
    }

    /** Those answered must be right, and nobody else may wait while there is something to be had. */
    private void lookAtOpenReceives() {
        do {
            takeAnswers();
        } while (someoneIsOwed() && engine.await(() -> !answered.isEmpty()));
        for (Open one : open) {
            check(engine.now().isBefore(one.until), "no answer although the wait is over");
            check(!model(one.asked.fromDeadLetters()).owes(), "a receive waits although it could have some");
        }
    }

    private boolean someoneIsOwed() {
        return open.stream()
                .anyMatch(one -> !engine.now().isBefore(one.until)
                        || model(one.asked.fromDeadLetters()).owes());
    }

    private void takeAnswers() {
        for (Open one = answered.poll(); one != null; one = answered.poll()) {
            if (!open.remove(one)) {
                continue; // withdrawn
            }
            List<Got> got = got(one.asked.fromDeadLetters(), one.answer);
            if (got.isEmpty()) {
                check(!engine.now().isBefore(one.until), "an empty answer before the wait was over");
            } else {
                model(one.asked.fromDeadLetters())
                        .received(
                                got,
                                one.asked.max(),
                                Duration.ofSeconds(one.asked.visibilitySeconds()),
                                attempt(one.asked));
                settleIfVisible(one.asked);
            }
        }
    }

    private void settleIfVisible(Step.Receive receive) {
        if (receive.visibilitySeconds() == 0) {
            engine.settle();
        }
    }

    /** In the end everything that is left is received and deleted. */
    private void drain() {
        advance(2 * LONGEST_SECONDS);
        for (boolean dead : List.of(false, true)) {
            boolean more = true;
            while (more) {
                int before = receipts.size();
                receive(new Step.Receive(dead, 10, 4, 0, 0));
                more = receipts.size() > before;
                for (int i = receipts.size() - before; i > 0; i--) {
                    delete(receipts.get(receipts.size() - i));
                }
            }
            model(dead).checkEmpty();
        }
    }

    private SqsModel model(boolean dead) {
        return dead ? deadModel : mainModel;
    }

    private <T> T done(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        check(engine.await(future::isDone), "no answer");
        return future.join();
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Broken(otherwise);
        }
    }
}
