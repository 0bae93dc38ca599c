package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NamedThingsTest {
    private final NamedThings<String> things = new NamedThings<>(10);

    @Test
    void aPartOfANameIsFoundWhateverItsCase() {
        add("Orders.EU", "orders.us", "prices");

        assertThat(things.page("ORDERS", PageRequest.first(9), Function.identity())
                        .items())
                .containsExactly("Orders.EU", "orders.us");
        assertThat(things.page("s.e", PageRequest.first(9), Function.identity()).items())
                .containsExactly("Orders.EU");
    }

    @Test
    void aPageThatHasLookedAtEnoughEndsEarlyAndTellsWhereToGoOn() {
        for (int i = 100; i < 125; i++) {
            add("queue-" + i);
        }

        List<Integer> sizes = new ArrayList<>();
        List<String> found = new ArrayList<>();
        Page<String> page = things.page("4", PageRequest.first(9), Function.identity());
        sizes.add(page.items().size());
        found.addAll(page.items());
        while (page.next().isPresent()) {
            page = things.page("4", new PageRequest(page.next().get(), 9), Function.identity());
            sizes.add(page.items().size());
            found.addAll(page.items());
        }

        assertThat(found).containsExactly("queue-104", "queue-114", "queue-124");
        assertThat(sizes).containsExactly(1, 1, 1);
    }

    @Test
    void theLastPageHasNoNextEvenIfItIsFull() {
        add("a", "b", "c");

        assertThat(things.page(PageRequest.first(3), Function.identity()).next())
                .isEmpty();
        assertThat(things.page(PageRequest.first(2), Function.identity()).next())
                .contains("b");
        assertThat(things.page("a", PageRequest.first(1), Function.identity()).next())
                .isEmpty();
    }

    @Test
    void namesOfAPrefixComeInPages() {
        add("a", "b", "b-1", "b-2", "c");

        Page<String> first = things.names("b", PageRequest.first(2));

        assertThat(first.items()).containsExactly("b", "b-1");
        assertThat(first.next()).contains("b-1");
        assertThat(things.names("b", new PageRequest("b-1", 2)))
                .isEqualTo(new Page<>(List.of("b-2"), Optional.empty()));
        assertThat(things.names("b", new PageRequest("b", 9)).items()).containsExactly("b-1", "b-2");
        assertThat(things.names("", PageRequest.first(9)).items()).hasSize(5);
    }

    @Test
    void aNameThatBelongsToAnotherThingByNowStays() {
        things.put("a", "new");

        things.remove("a", "old");

        assertThat(things.get("a")).isEqualTo("new");
        assertThat(things.size()).isEqualTo(1);
    }

    private void add(String... names) {
        for (String name : names) {
            things.put(name, name);
        }
    }
}
