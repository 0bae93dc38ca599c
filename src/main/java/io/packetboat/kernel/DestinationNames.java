package io.packetboat.kernel;

/** The one rule that queue and topic names share. */
final class DestinationNames {
    private DestinationNames() {}

    static void check(String field, String value, int maxLength) {
        if (value.isBlank() || value.length() > maxLength) {
            throw new InvalidValue(field, "must be 1 to " + maxLength + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue(field, "must not hold control characters");
        }
        if (value.contains("::")) {
            throw new InvalidValue(field, "must not hold '::', which separates an address from its queue");
        }
    }
}
