package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.Printable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The entries of a batch: 1 to 10 of them, each with an id of its own.
 *
 * @param items in the order of the request
 */
record Batch<T>(List<Item<T>> items) {
    private static final int MAX_ENTRIES = 10;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    /** An entry under the name that the client gave it: what it asks for, or why that cannot be. */
    sealed interface Item<T> {
        String id();
    }

    /** An entry that can be carried out. */
    record Good<T>(String id, T content) implements Item<T> {}

    /** An entry that is wrong in itself; it fails alone. */
    record Bad<T>(String id, RequestRefused failure) implements Item<T> {}

    Batch {
        items = List.copyOf(items);
    }

    /** What is wrong with the batch as a whole is raised; what one entry is refused for stays with it. */
    static <T> Batch<T> read(Parameters parameters, String queryName, Function<Parameters, T> content) {
        List<Parameters> entries = parameters.structures(ListName.flat("Entries", queryName));
        if (entries.isEmpty()) {
            throw new RequestRefused(
                    SqsErrors.EMPTY_BATCH_REQUEST, "There should be at least one " + queryName + " in the request.");
        }
        if (entries.size() > MAX_ENTRIES) {
            throw new RequestRefused(
                    SqsErrors.TOO_MANY_ENTRIES,
                    "Maximum number of entries per request are " + MAX_ENTRIES + ". You have sent " + entries.size()
                            + ".");
        }
        requireIds(entries, queryName);
        return new Batch<>(entries.stream().map(entry -> item(entry, content)).toList());
    }

    /** The same, with the entries refused for which there is a reason. */
    Batch<T> refusing(Function<T, Optional<RequestRefused>> reason) {
        return new Batch<>(items.stream().map(item -> checked(item, reason)).toList());
    }

    private static <T> Item<T> checked(Item<T> item, Function<T, Optional<RequestRefused>> reason) {
        if (item instanceof Good<T> good) {
            Optional<RequestRefused> refused = reason.apply(good.content());
            if (refused.isPresent()) {
                return new Bad<>(good.id(), refused.get());
            }
        }
        return item;
    }

    /** The entries that can be carried out. */
    List<Good<T>> good() {
        return items.stream()
                .filter(Good.class::isInstance)
                .map(item -> (Good<T>) item)
                .toList();
    }

    private static void requireIds(List<Parameters> entries, String queryName) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String shownName = queryName + "." + (i + 1) + ".Id";
            String id = entries.get(i).text("Id").orElseThrow(() -> RequestRefused.missing(shownName));
            if (!ID.matcher(id).matches()) {
                throw new RequestRefused(
                        SqsErrors.INVALID_BATCH_ENTRY_ID,
                        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at"
                                + " most 80 letters long.");
            }
            if (!seen.add(id)) {
                throw new RequestRefused(
                        SqsErrors.BATCH_ENTRY_IDS_NOT_DISTINCT, "Id " + Printable.of(id) + " repeated.");
            }
        }
    }

    private static <T> Item<T> item(Parameters entry, Function<Parameters, T> content) {
        String id = entry.requireText("Id");
        try {
            return new Good<>(id, content.apply(entry));
        } catch (RequestRefused refused) {
            if (BatchFailure.concernsAll(refused)) {
                throw refused;
            }
            return new Bad<>(id, refused);
        }
    }
}
