package io.packetboat.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.Region;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BannerTest {
    private static final Banner.Login LOGIN = new Banner.Login(
            "admin", Banner.PRESET, "AKIAEXAMPLE", "a secret", new Region("eu-central-1"), Path.of("first.txt"));
    private static final Banner BANNER = new Banner(Path.of("data"), 9080, 9443, Map.of(), 4566, Optional.of(LOGIN));

    @Test
    void exportsNameTheNodesOwnPortAndRegion() {
        assertThat(BANNER.text())
                .contains("export AWS_ENDPOINT_URL=http://localhost:4566\n")
                .contains("export AWS_ACCESS_KEY_ID=AKIAEXAMPLE\n")
                .contains("export AWS_DEFAULT_REGION=eu-central-1\n");
    }

    @Test
    void textForTheLogHoldsNoSecret() {
        assertThat(BANNER.textForLog()).doesNotContain("a secret").contains("first.txt");
    }
}
