package io.packetboat.broker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of one of Artemis' log records as it may stand in ours: one line, and nothing of what clients sent. */
final class LogLine {
    private static final int MAX_LENGTH = 1_000;

    /** How Artemis' messages and packets begin when they are printed; properties and headers follow. */
    private static final Pattern CONTENT =
            Pattern.compile("\\b((?:Core|Server|LargeServer|AMQPStandard|AMQPLarge|Mqtt\\w*)Message|StompFrame)[\\[(]");

    /** What stands behind the printed message in AMQ222148 to AMQ222150; the last one, since properties may say so too. */
    private static final String DESTINATION = " to Dead Letter Address";

    /** Netty prints the whole packet, which may well hold a password, when somebody speaks plainly to a TLS port. */
    private static final Pattern RAW_BYTES = Pattern.compile("(not an SSL/TLS record): ?\\p{XDigit}+");

    private static final Pattern LINE_ENDS = Pattern.compile("\\s*\\R\\s*");

    private LogLine() {}

    /** The message, and its cause in the words of the cause. */
    static String of(@Nullable String message, @Nullable Throwable cause) {
        String text = message == null ? "" : message.strip();
        if (cause != null && !mentions(text, cause)) {
            text = text + ": " + described(cause);
        }
        return shortened(LINE_ENDS
                .matcher(RAW_BYTES.matcher(withoutContent(text)).replaceAll("$1"))
                .replaceAll(" "));
    }

    private static boolean mentions(String text, Throwable cause) {
        return cause.getMessage() != null && text.contains(cause.getMessage());
    }

    /** A defect shows where it is; what a client is told needs no place. */
    private static String described(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        String words = cause.getMessage() == null ? name : name + ": " + cause.getMessage();
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof RuntimeException && trace.length > 0 ? words + " at " + trace[0] : words;
    }

    private static String withoutContent(String text) {
        Matcher content = CONTENT.matcher(text);
        if (!content.find()) {
            return text;
        }
        int behind = text.lastIndexOf(DESTINATION);
        return text.substring(0, content.end(1)) + (behind > content.end() ? text.substring(behind) : "");
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    }
}
