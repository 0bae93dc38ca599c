package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Which part of a list is wanted: SNS's pages have 100 entries. */
final class SnsPage {
    private static final String TOKEN = "NextToken";
    private static final int SIZE = 100;

    private SnsPage() {}

    static PageRequest read(Parameters parameters) {
        return new PageRequest(
                parameters
                        .text(TOKEN)
                        .filter(text -> !text.isEmpty())
                        .map(SnsPage::after)
                        .orElse(""),
                SIZE);
    }

    /** What the client must send for the following page. */
    static Optional<String> next(Page<?> found) {
        return found.next()
                .map(key ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static String after(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw SnsErrors.invalid(TOKEN);
        }
    }
}
