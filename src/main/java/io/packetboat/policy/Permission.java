package io.packetboat.policy;

import io.packetboat.kernel.Arn;

/**
 * What somebody needs for one operation: an action on a resource.
 *
 * @param wildcard whether the resource's name is one of the broker's wildcard addresses ({@code *} one word, {@code #}
 *     any words), so that everything it may match is asked for: a statement allows it only if it covers all of that, and
 *     denies it as soon as it touches any of it
 */
public record Permission(Action action, Arn resource, boolean wildcard) {

    /** Whether the resource is among what is asked for. */
    public boolean touches(Arn other) {
        if (!wildcard) {
            return resource.equals(other);
        }
        boolean sameScope = resource.service().equals(other.service())
                && resource.region().equals(other.region())
                && resource.account().equals(other.account());
        return sameScope && new Glob(other.resource()).touches(resource.resource());
    }

    public static Permission on(Action action, Arn resource) {
        return new Permission(action, resource, false);
    }
}
