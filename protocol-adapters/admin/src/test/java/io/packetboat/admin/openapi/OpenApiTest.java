package io.packetboat.admin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final Path COMMITTED = Path.of("src/main/resources/io/packetboat/admin/openapi/openapi.yaml");
    private static final Path GENERATED = Path.of("target/openapi/openapi.yaml");

    @Test
    void committedDocumentIsWhatTheAnnotationsSay() throws IOException {
        assertThat(Files.readString(COMMITTED))
                .as("the API has changed: check the difference, then copy %s to %s", GENERATED, COMMITTED)
                .isEqualTo(Files.readString(GENERATED));
    }
}
