package io.packetboat.aws.wire;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ErrorTable;
import io.packetboat.aws.operation.OpenOperation;
import io.packetboat.aws.operation.OpenPages;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.Visit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A second service, spoken in Query alone: with an action and a page for strangers, and an action of the first one's name. */
public final class TestingOpenApi {
    public static final String VERSION = "2026-11-23";
    public static final String PAGE = "/notices.pem";

    /** Strangers with the token {@code slow} that wait now, or did. */
    public final List<CompletableFuture<Answer>> waiting = new CopyOnWriteArrayList<>();

    public Api api() {
        OpenPages.Page page =
                new OpenPages.Page("application/x-pem-file", "a page".getBytes(StandardCharsets.US_ASCII));
        return Api.of(
                        "open",
                        Optional.empty(),
                        Optional.of(new Api.Query(VERSION, "http://open.example/doc/2026-11-23/")),
                        ErrorTable.COMMON,
                        List.of(new Confirm(waiting), new Echo()))
                .withPages(path -> Optional.of(page).filter(some -> path.equals(PAGE)));
    }

    /** Needs a token, and no signature. */
    record Confirm(List<CompletableFuture<Answer>> waiting) implements OpenOperation<String> {
        @Override
        public String read(Parameters parameters) {
            return parameters.requireText("Token");
        }

        @Override
        public CompletionStage<Answer> handle(String token, Call call) {
            return CompletableFuture.completedStage(
                    answer -> answer.text("By", call.caller().user().value() + " with " + token));
        }

        @Override
        public CompletionStage<Answer> handleUnsigned(String token, Visit visit) {
            if (token.equals("slow")) {
                CompletableFuture<Answer> slow = new CompletableFuture<>();
                waiting.add(slow);
                return slow;
            }
            return CompletableFuture.completedStage(answer -> {
                answer.text("By", "a stranger at " + visit.source() + " with " + token);
                answer.text("Endpoint", visit.endpoint());
            });
        }
    }

    /** Is called like an action of another service. */
    static final class Echo implements Operation<Parameters> {
        @Override
        public Parameters read(Parameters parameters) {
            return parameters;
        }

        @Override
        public CompletionStage<Answer> handle(Parameters told, Call call) {
            return CompletableFuture.completedStage(Answer.NONE);
        }
    }
}
