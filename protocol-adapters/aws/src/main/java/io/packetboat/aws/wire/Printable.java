package io.packetboat.aws.wire;

/** A stranger's text, made fit to be shown in an answer or a log line. */
public final class Printable {
    private static final int MAX = 100;

    private Printable() {}

    /** At most {@value #MAX} characters, everything but visible ASCII replaced. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), MAX); i++) {
            char c = text.charAt(i);
            shown.append(c > ' ' && c < 0x7f ? c : '?');
        }
        return shown.toString();
    }
}
