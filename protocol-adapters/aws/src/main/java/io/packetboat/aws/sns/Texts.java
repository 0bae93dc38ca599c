package io.packetboat.aws.sns;

import java.util.Optional;

/** How SNS's attributes spell values. */
final class Texts {
    private Texts() {}

    /** An empty text, and an empty object, take a policy away. */
    static Optional<String> policy(String text) {
        String stripped = text.strip();
        boolean nothing = stripped.isEmpty()
                || stripped.startsWith("{")
                        && stripped.endsWith("}")
                        && stripped.substring(1, stripped.length() - 1).isBlank();
        return nothing ? Optional.empty() : Optional.of(text);
    }

    static boolean flag(String name, String text) {
        return switch (text) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            default ->
                throw SnsErrors.invalid("Attributes Reason: " + name + ": Invalid value. Must be true or false.");
        };
    }
}
