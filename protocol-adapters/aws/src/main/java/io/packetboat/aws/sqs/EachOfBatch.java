package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.sqs.Batch.Bad;
import io.packetboat.aws.sqs.Batch.Good;
import io.packetboat.aws.sqs.Batch.Item;
import io.packetboat.kernel.PacketboatException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Carries the entries of a batch out side by side, where the answer to each is no more than that it succeeded. */
final class EachOfBatch {
    private EachOfBatch() {}

    /** One entry and why it failed, if it did. */
    private record Outcome(String id, Optional<PacketboatException> failure) {}

    static <T> CompletionStage<Answer> run(
            Batch<T> batch, String successfulName, Function<T, CompletionStage<Void>> command) {
        return runAll(
                batch,
                successfulName,
                contents -> contents.stream().map(command).toList());
    }

    /** @param command carries out all that can be, at once; a stage for each in its order */
    static <T> CompletionStage<Answer> runAll(
            Batch<T> batch, String successfulName, Function<List<T>, List<CompletionStage<Void>>> command) {
        List<Good<T>> good = batch.good();
        Iterator<CompletionStage<Void>> stages =
                command.apply(good.stream().map(Good::content).toList()).iterator();
        List<CompletableFuture<Outcome>> outcomes = batch.items().stream()
                .map(item -> outcome(item, stages).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new))
                .thenApply(done ->
                        answer(outcomes.stream().map(CompletableFuture::join).toList(), successfulName));
    }

    private static <T> CompletionStage<Outcome> outcome(Item<T> item, Iterator<CompletionStage<Void>> stages) {
        if (item instanceof Good<T> good) {
            return stages.next()
                    .handle((done, failure) ->
                            new Outcome(good.id(), Optional.ofNullable(failure).map(EachOfBatch::ofThisEntry)));
        }
        return CompletableFuture.completedStage(new Outcome(item.id(), Optional.of(((Bad<T>) item).failure())));
    }

    /** Raises a failure that is one of the whole batch. */
    private static PacketboatException ofThisEntry(Throwable raised) {
        Throwable failure =
                raised instanceof CompletionException && raised.getCause() != null ? raised.getCause() : raised;
        if (failure instanceof PacketboatException fact && !BatchFailure.concernsAll(fact)) {
            return fact;
        }
        throw new CompletionException(failure);
    }

    private static Answer answer(List<Outcome> outcomes, String successfulName) {
        List<String> successful = new ArrayList<>();
        List<BatchFailure> failed = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            outcome.failure()
                    .ifPresentOrElse(
                            failure -> failed.add(new BatchFailure(outcome.id(), failure)),
                            () -> successful.add(outcome.id()));
        }
        return new BatchAnswer<>(successfulName, successful, (id, members) -> members.text("Id", id), failed);
    }
}
