package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.Printable;
import io.packetboat.kernel.messaging.Utf8;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * What SQS asks of the names, types and values of message attributes; pure.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">Message
 *     metadata</a>
 */
final class AttributeRules {
    private static final int MAX_NAME = 256;
    private static final int MAX_DATA_TYPE = 256;
    private static final int MAX_PRECISION = 38;
    private static final int MAX_EXPONENT = 126;
    private static final int MIN_EXPONENT = -128;

    private AttributeRules() {}

    static void requireName(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw refused("Length of message attribute name must be between 1 and " + MAX_NAME + " bytes.");
        }
        if (!name.chars().allMatch(AttributeRules::isAllowed)) {
            throw refused("The message attribute name '" + shown(name)
                    + "' is invalid. Attribute name can contain A-Z, a-z, 0-9, underscore (_), hyphen (-), and period (.)"
                    + " characters.");
        }
        if (name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
            throw refused("The message attribute name '" + shown(name)
                    + "' is invalid. Attribute name must not start or end with a period, nor have two in a row.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("aws.") || lower.startsWith("amazon.")) {
            throw refused("You can't use message attribute names beginning with 'AWS.' or 'Amazon.'. These strings are"
                    + " reserved for internal use.");
        }
    }

    static void requireDataType(String name, String dataType) {
        if (dataType.isEmpty()) {
            throw refused("The message attribute '" + shown(name) + "' must contain non-empty message attribute type.");
        }
        int dot = dataType.indexOf('.');
        String base = dot < 0 ? dataType : dataType.substring(0, dot);
        boolean known = base.equals("String") || base.equals("Number") || base.equals("Binary");
        if (!known || Utf8.length(dataType) > MAX_DATA_TYPE) {
            throw refused("The type of message (user) attribute '" + shown(name)
                    + "' is invalid. You must use only the following supported type prefixes: Binary, Number, String.");
        }
        if (dataType.endsWith(".")) {
            throw refused("The label of the type of message (user) attribute '" + shown(name) + "' must not be empty.");
        }
        requireCharacters(name, dataType);
    }

    /** @param other whether the value came in the field that belongs to another type */
    static void requireOnly(String name, String dataType, boolean other, String field) {
        if (other) {
            throw refused("The message attribute '" + shown(name) + "' with type '" + Printable.of(dataType)
                    + "' must use field '" + field + "'.");
        }
    }

    /** Up to 38 digits, between 10^-128 and 10^126. */
    static void requireNumber(String name, String value) {
        if (!isNumber(value)) {
            throw refused("Can't cast the value of message (user) attribute '" + shown(name) + "' to a number.");
        }
    }

    static void requireCharacters(String name, String value) {
        boolean clean = value.codePoints()
                .allMatch(c -> c == 0x9
                        || c == 0xA
                        || c == 0xD
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000);
        if (!clean) {
            throw new RequestRefused(
                    SqsErrors.INVALID_MESSAGE_CONTENTS,
                    "Invalid binary character was found in the message attribute '" + shown(name)
                            + "', the set of allowed characters is #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD |"
                            + " #x10000 to #x10FFFF");
        }
    }

    static RequestRefused refused(String message) {
        return new RequestRefused(CommonErrors.INVALID_PARAMETER_VALUE, message);
    }

    static String shown(String name) {
        return Printable.of(name);
    }

    private static boolean isNumber(String value) {
        if (value.length() > MAX_NAME) {
            return false;
        }
        try {
            BigDecimal number = new BigDecimal(value.strip()).stripTrailingZeros();
            int exponent = number.precision() - number.scale() - 1;
            return number.signum() == 0
                    || (number.precision() <= MAX_PRECISION && exponent <= MAX_EXPONENT && exponent >= MIN_EXPONENT);
        } catch (NumberFormatException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean isAllowed(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.';
    }
}
