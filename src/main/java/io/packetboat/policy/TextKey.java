package io.packetboat.policy;

import io.packetboat.kernel.Arn;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A condition key whose value is text, which some requests do not have. */
enum TextKey {
    USER_NAME("aws:username", Requester::userName),
    SOURCE_ARN("aws:sourcearn", requester -> requester.sourceArn().map(Arn::toString)),
    SOURCE_ACCOUNT("aws:sourceaccount", requester -> requester.sourceArn().map(Arn::account));

    /** Those that a policy of a user can ask for. */
    static final Set<TextKey> OF_USERS = Set.of(USER_NAME);

    /** Those that a policy of a resource can ask for. */
    static final Set<TextKey> OF_RESOURCES = Set.of(values());

    private final String name;
    private final Function<Requester, Optional<String>> value;

    TextKey(String name, Function<Requester, Optional<String>> value) {
        this.name = name;
        this.value = value;
    }

    /** IAM compares condition keys without regard to case. */
    static Optional<TextKey> find(String name) {
        return Stream.of(values())
                .filter(key -> key.name.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    Optional<String> valueIn(RequestContext context) {
        return value.apply(context.requester());
    }
}
