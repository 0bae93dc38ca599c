package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Which part of a list of queues is wanted.
 *
 * @param paged whether the client asked for pages; AWS answers others with the first 1,000 and no way to go on
 */
record QueuePage(PageRequest wanted, boolean paged) {
    private static final String SIZE = "MaxResults";
    private static final String TOKEN = "NextToken";

    static QueuePage read(Parameters parameters) {
        Optional<Integer> size = parameters.integer(SIZE);
        size.filter(number -> number < 1 || number > PageRequest.MAX_SIZE).ifPresent(wrong -> {
            throw RequestRefused.invalidValue(
                    SIZE, wrong.toString(), "Must be between 1 and " + PageRequest.MAX_SIZE + ", if provided.");
        });
        Optional<String> token = parameters.text(TOKEN).filter(text -> !text.isEmpty());
        return new QueuePage(
                new PageRequest(token.map(QueuePage::after).orElse(""), size.orElse(PageRequest.MAX_SIZE)),
                size.isPresent() || token.isPresent());
    }

    /** What the client must send for the following page. */
    Optional<String> next(Page<QueueName> found) {
        return found.next()
                .filter(name -> paged)
                .map(name ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static String after(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalidValue(TOKEN, "(not shown)", "It did not come from this list.");
        }
    }
}
