package io.packetboat.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for operators lists exactly the keys that exist; the failure shows the table to paste. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("..", "src", "docs", "configuration.md");

    @Test
    void thePageListsEveryKeyWithItsDefaultUnitAndMeaning() throws IOException {
        List<String> expected =
                Settings.all().stream().map(ConfigurationPageTest::row).toList();

        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `packetboat."))
                .toList();

        assertThat(rows).as(String.join("\n", expected)).isEqualTo(expected);
    }

    private static String row(Setting<?> setting) {
        String standard = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
        return "| `%s` | %s | %s | %s |".formatted(setting.key(), standard, setting.unit(), setting.meaning());
    }
}
