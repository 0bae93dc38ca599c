package io.packetboat.identity;

/**
 * What a signing key of AWS Signature Version 4 is good for, as the client wrote it.
 *
 * @param date eight digits, {@code 20150830}
 * @param region any name; this node serves all regions alike
 * @param service the service's signing name, {@code sqs}
 */
public record SigningScope(String date, String region, String service) {
    static final String TERMINATOR = "aws4_request";

    /** As the string to sign holds it. */
    @Override
    public String toString() {
        return date + "/" + region + "/" + service + "/" + TERMINATOR;
    }
}
