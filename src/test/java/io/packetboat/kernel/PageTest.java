package io.packetboat.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PageTest {
    private final NavigableMap<String, String> entries = new TreeMap<>();

    PageTest() {
        List.of("a", "b", "c").forEach(key -> entries.put(key, key.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void aPageHoldsWhatFollowsTheKeyAndNamesTheNext() {
        assertThat(Page.of(entries, PageRequest.first(2))).isEqualTo(new Page<>(List.of("A", "B"), Optional.of("b")));
        assertThat(Page.of(entries, new PageRequest("b", 2))).isEqualTo(new Page<>(List.of("C"), Optional.empty()));
    }

    @Test
    void aFullLastPageHasNoNext() {
        assertThat(Page.of(entries, PageRequest.first(3)).next()).isEmpty();
    }

    @Test
    void aKeyThatIsGoneMeanwhileLeavesNoGap() {
        entries.remove("b");

        assertThat(Page.of(entries, new PageRequest("b", 2)).items()).containsExactly("C");
    }
}
