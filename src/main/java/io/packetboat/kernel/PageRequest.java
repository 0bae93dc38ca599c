package io.packetboat.kernel;

/**
 * Which part of a list is wanted: at most {@code size} entries (1 to 1,000) whose key sorts after {@code after}.
 *
 * <p>Paging by key rather than by offset stays fast and correct while entries come and go. An empty {@code after} means
 * the first page.
 */
public record PageRequest(String after, int size) {
    /** The largest page that a door may ask for. */
    public static final int MAX_SIZE = 1_000;

    public PageRequest {
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidValue("size", "must be between 1 and " + MAX_SIZE);
        }
    }

    public static PageRequest first(int size) {
        return new PageRequest("", size);
    }
}
