package io.packetboat.aws.wire;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.operation.ErrorTable;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API with an action for every kind of value and of end, spoken in both protocols. */
public final class TestingApi {
    public static final ListName NAMES = ListName.flat("Names", "Name");
    public static final ListName ITEMS = ListName.members("Items");
    public static final MapName ATTRIBUTES = MapName.flat("Attributes", "Attribute", "Name", "Value");
    public static final MapName TAGS = MapName.entries("Tags");

    /** The long polls that wait now, or did. */
    public final List<CompletableFuture<Answer>> waiting = new CopyOnWriteArrayList<>();

    public Api api() {
        return Api.of(
                "testing",
                Optional.of(new Api.Json("Testing", "com.example.testing", true)),
                Optional.of(new Api.Query("2026-11-22", "http://testing.example/doc/2026-11-22/")),
                ErrorTable.COMMON,
                List.of(
                        new Echo(),
                        new Nothing(),
                        new Refuse(),
                        new Break(),
                        new Overflow(),
                        new Wait(waiting),
                        new WhoAndWhere()));
    }

    /** Answers with all that it was told. */
    static final class Echo implements Operation<Parameters> {
        @Override
        public Parameters read(Parameters parameters) {
            parameters.integer("Count");
            return parameters;
        }

        @Override
        public CompletionStage<Answer> handle(Parameters told, Call call) {
            return CompletableFuture.completedStage(answer -> {
                answer.text("Text", told.text("Text"));
                told.integer("Count").ifPresent(count -> answer.number("Count", count));
                told.decimal("Share").ifPresent(share -> answer.decimal("Share", share));
                told.flag("Enabled").ifPresent(enabled -> answer.flag("Enabled", enabled));
                told.binary("Bytes").ifPresent(bytes -> answer.binary("Bytes", bytes));
                told.longInteger("At").ifPresent(at -> answer.timestamp("At", Instant.ofEpochSecond(at)));
                answer.texts(NAMES, told.texts(NAMES));
                answer.textMap(ATTRIBUTES, told.textMap(ATTRIBUTES));
                answer.structures(
                        ITEMS, told.structures(ITEMS), (item, members) -> members.text("Id", item.requireText("Id")));
                answer.structureMap(
                        TAGS, told.structureMap(TAGS), (tag, members) -> members.text("Kind", tag.text("Kind")));
            });
        }
    }

    /** Has no output. */
    static final class Nothing implements Operation<Parameters> {
        @Override
        public Parameters read(Parameters parameters) {
            return parameters;
        }

        @Override
        public CompletionStage<Answer> handle(Parameters told, Call call) {
            return CompletableFuture.completedStage(Answer.NONE);
        }
    }

    /** Fails as its service's model says. */
    static final class Refuse implements Operation<Parameters> {
        @Override
        public Parameters read(Parameters parameters) {
            return parameters;
        }

        @Override
        public CompletionStage<Answer> handle(Parameters told, Call call) {
            return CompletableFuture.failedFuture(new RequestRefused(
                    ErrorCode.of("ThingDoesNotExist", "AWS.Testing.NonExistentThing"),
                    "The thing " + told.text("Text").orElse("<x>") + " does not exist."));
        }
    }

    /** Has a defect. */
    static final class Break implements Operation<Parameters> {
        @Override
        public Parameters read(Parameters parameters) {
            throw new IllegalStateException("a secret of the inside");
        }

        @Override
        public CompletionStage<Answer> handle(Parameters told, Call call) {
            throw new RequestRefused(CommonErrors.INTERNAL_FAILURE, "never reached");
        }
    }

    /** Has a worse one. */
    static final class Overflow implements Operation<Parameters> {
        @Override
        public Parameters read(Parameters parameters) {
            throw new StackOverflowError();
        }

        @Override
        public CompletionStage<Answer> handle(Parameters told, Call call) {
            throw new RequestRefused(CommonErrors.INTERNAL_FAILURE, "never reached");
        }
    }

    /** Waits until the test completes it. */
    record Wait(List<CompletableFuture<Answer>> waiting) implements Operation<Parameters> {
        @Override
        public Parameters read(Parameters parameters) {
            return parameters;
        }

        @Override
        public CompletionStage<Answer> handle(Parameters told, Call call) {
            CompletableFuture<Answer> stage = new CompletableFuture<>();
            waiting.add(stage);
            return call.withdrawable(stage);
        }
    }

    /** Tells what surrounds the request. */
    static final class WhoAndWhere implements Operation<Parameters> {
        @Override
        public Parameters read(Parameters parameters) {
            return parameters;
        }

        @Override
        public CompletionStage<Answer> handle(Parameters told, Call call) {
            return CompletableFuture.completedStage(answer -> {
                answer.text("User", call.caller().user().value());
                answer.text("Source", call.caller().source());
                answer.flag("Secure", call.caller().secure());
                answer.text("Endpoint", call.endpoint());
                answer.text("Path", call.path());
            });
        }
    }

    /** For tests that only need names and values. */
    public static Map<String, String> jsonHeaders(String action) {
        return Map.of(
                "host",
                "localhost:4566",
                "content-type",
                "application/x-amz-json-1.0",
                "x-amz-target",
                "Testing." + action);
    }
}
