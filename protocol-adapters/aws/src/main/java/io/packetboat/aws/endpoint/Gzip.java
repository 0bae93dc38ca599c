package io.packetboat.aws.endpoint;

import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.RequestRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Inflates compressed bodies, up to a bound. */
final class Gzip {
    private Gzip() {}

    static byte[] inflate(byte[] compressed, int limit) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            byte[] inflated = in.readNBytes(limit + 1);
            if (inflated.length > limit) {
                throw new RequestRefused(
                        CommonErrors.REQUEST_TOO_LARGE, "The inflated request is larger than " + limit + " bytes.");
            }
            return inflated;
        } catch (IOException e) {
            throw RequestRefused.malformed("The request's body is not valid gzip.");
        }
    }
}
