package io.packetboat.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list; {@code next} is the key to ask for the following page with, empty on the last one. */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
