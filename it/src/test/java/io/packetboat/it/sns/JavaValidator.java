package io.packetboat.it.sns;

import com.amazonaws.SdkClientException;
import com.amazonaws.services.sns.message.SnsMessageManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints what the validator in AWS's SDK for Java 1 says of messages in files: to be run in a JVM of its own, since the host
 * of the certificate and whom to trust are told by system properties.
 */
final class JavaValidator {
    private JavaValidator() {}

    public static void main(String[] files) throws IOException {
        SnsMessageManager validator = new SnsMessageManager("us-east-1");
        for (String file : files) {
            try (InputStream message = Files.newInputStream(Path.of(file))) {
                System.out.println("accepted "
                        + validator
                                .parseMessage(message)
                                .getClass()
                                .getSimpleName()
                                .replace("Sns", ""));
            } catch (SdkClientException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
