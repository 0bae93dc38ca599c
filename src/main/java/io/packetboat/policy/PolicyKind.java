package io.packetboat.policy;

import java.util.Set;

/** Whose policy a document is, which decides what its statements may hold. */
enum PolicyKind {
    OF_USER(Set.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"), TextKey.OF_USERS),
    OF_RESOURCE(
            Set.of("Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition"),
            TextKey.OF_RESOURCES);

    private final Set<String> elements;
    private final Set<TextKey> textKeys;

    PolicyKind(Set<String> elements, Set<TextKey> textKeys) {
        this.elements = elements;
        this.textKeys = textKeys;
    }

    Set<String> elements() {
        return elements;
    }

    Set<TextKey> textKeys() {
        return textKeys;
    }
}
