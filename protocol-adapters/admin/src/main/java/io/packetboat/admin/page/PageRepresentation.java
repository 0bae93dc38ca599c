package io.packetboat.admin.page;

import io.packetboat.kernel.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. */
@Schema(requiredProperties = "items")
public record PageRepresentation<T>(
        @Schema(description = "The entries, sorted by name or id.")
        List<T> items,

        @Schema(description = "The `after` of the following page; absent on the last one.")
        Optional<String> next) {

    public PageRepresentation {
        items = List.copyOf(items);
    }

    public static <T, R> PageRepresentation<R> of(Page<T> page, Function<T, R> representation) {
        Page<R> changed = page.map(representation);
        return new PageRepresentation<>(changed.items(), changed.next());
    }
}
