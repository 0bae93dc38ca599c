package io.packetboat.aws.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Requests of an action with their answers, from a resource of this form, in which the lines of a form are its parameters:
 *
 * <pre>
 * == what the case shows
 * -- json or query
 * the request's body
 * -- answer
 * status, headers that matter, body
 * </pre>
 */
public record GoldenFile(List<Exchange> exchanges) {

    /** One request and its answer. */
    public record Exchange(String name, boolean json, String request, String answer) {}

    /** The file of an action, beside the test. */
    public static GoldenFile read(Class<?> test, String action) {
        try (InputStream file = Objects.requireNonNull(
                test.getResourceAsStream(action + ".txt"), () -> "no golden file for " + action)) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name, action and exchange of everything in the files of some actions. */
    public static Stream<Arguments> exchanges(Class<?> test, List<String> actions) {
        return actions.stream()
                .flatMap(action -> read(test, action).exchanges().stream()
                        .map(exchange -> Arguments.of(action + ": " + exchange.name(), action, exchange)));
    }

    private static GoldenFile parse(String text) {
        List<Exchange> exchanges = new ArrayList<>();
        for (String part : text.split("(?m)^== ", -1)) {
            if (part.isBlank()) {
                continue;
            }
            String name = part.substring(0, part.indexOf('\n'));
            for (String exchange : part.substring(part.indexOf('\n') + 1).split("(?m)^-- (?!answer)", -1)) {
                if (!exchange.isBlank()) {
                    exchanges.add(exchange(name, exchange));
                }
            }
        }
        return new GoldenFile(exchanges);
    }

    private static Exchange exchange(String name, String text) {
        String protocol = text.substring(0, text.indexOf('\n'));
        int answer = text.indexOf("-- answer\n");
        boolean json = protocol.equals("json");
        String request = text.substring(text.indexOf('\n') + 1, answer).strip();
        return new Exchange(
                name + " (" + protocol + ")",
                json,
                json ? request : request.replace("\n", "&"),
                text.substring(answer + "-- answer\n".length()).strip());
    }
}
