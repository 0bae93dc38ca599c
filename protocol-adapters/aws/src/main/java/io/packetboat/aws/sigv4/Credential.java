package io.packetboat.aws.sigv4;

import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.identity.SigningScope;
import java.util.List;

/** The credential of a signature: {@code AKID/20150830/us-east-1/sqs/aws4_request}. */
record Credential(String accessKeyId, SigningScope scope) {
    private static final String TERMINATOR = "aws4_request";
    private static final int PARTS = 5;
    private static final int MAX_LENGTH = 512;

    static Credential parse(String text) {
        List<String> parts = List.of(text.split("/", -1));
        if (parts.size() != PARTS || text.length() > MAX_LENGTH) {
            throw new RequestRefused(
                    CommonErrors.INCOMPLETE_SIGNATURE,
                    "Credential must have exactly 5 slash-delimited elements, e.g."
                            + " keyid/date/region/service/term.");
        }
        if (!parts.get(4).equals(TERMINATOR)) {
            throw new RequestRefused(
                    CommonErrors.SIGNATURE_DOES_NOT_MATCH,
                    "Credential should be scoped with a valid terminator: 'aws4_request'.");
        }
        return new Credential(parts.get(0), new SigningScope(parts.get(1), parts.get(2), parts.get(3)));
    }
}
