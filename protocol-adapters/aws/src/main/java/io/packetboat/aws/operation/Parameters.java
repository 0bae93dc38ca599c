package io.packetboat.aws.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The named values of a request or of a structure within it, whichever protocol carried them.
 *
 * <p>Names are those of the service's model, as JSON spells them; lists and maps say how Query spells them. A value of the
 * wrong type raises {@link RequestRefused}; one that is absent, or null in JSON, is empty. Unknown members are ignored, as
 * AWS does. Immutable.
 */
public interface Parameters {

    Optional<String> text(String name);

    /** A whole number in Java's int range. */
    Optional<Integer> integer(String name);

    /** A whole number in Java's long range. */
    Optional<Long> longInteger(String name);

    Optional<Double> decimal(String name);

    Optional<Boolean> flag(String name);

    /** Bytes, base64 on the wire. */
    Optional<byte[]> binary(String name);

    /** A structure within this one. */
    Optional<Parameters> structure(String name);

    /** Empty also where the list is absent. */
    List<String> texts(ListName name);

    /** Empty also where the list is absent. */
    List<byte[]> binaries(ListName name);

    /** Empty also where the list is absent. */
    List<Parameters> structures(ListName name);

    /** In the order of the request; empty also where the map is absent. */
    Map<String, String> textMap(MapName name);

    /** In the order of the request; empty also where the map is absent. */
    Map<String, Parameters> structureMap(MapName name);

    /** Whether the request names this member at all, be it an empty list or map. */
    boolean has(String name);

    /** As {@link #text}, raising AWS's MissingParameter where it is absent. */
    default String requireText(String name) {
        return text(name).orElseThrow(() -> RequestRefused.missing(name));
    }
}
