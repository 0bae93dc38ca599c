package io.packetboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariantTest {

    @Test
    void aNameAloneChangesNothing() {
        assertThat(Variant.parse("shipped")).isEqualTo(new Variant("shipped", Map.of(), List.of()));
    }

    @Test
    void optionsAndVariablesAreToldApart() {
        assertThat(Variant.parse("small=-Xms64m,MALLOC_ARENA_MAX=2,-Dkey=value"))
                .isEqualTo(new Variant("small", Map.of("MALLOC_ARENA_MAX", "2"), List.of("-Xms64m", "-Dkey=value")));
    }

    @Test
    void whatIsNeitherIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Variant.parse("small=Xms64m"));
    }
}
