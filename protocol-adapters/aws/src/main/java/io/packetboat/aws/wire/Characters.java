package io.packetboat.aws.wire;

/** Makes texts of other protocols fit for ours: what cannot be carried is replaced, since an error would hide the rest. */
final class Characters {
    private static final char REPLACEMENT = '\ufffd';

    private Characters() {}

    /** Without unpaired surrogates, for which UTF-8 has no bytes. */
    static String ofUtf8(String text) {
        return replaced(text, Characters::isEncodable);
    }

    /** The same without characters that XML 1.0 cannot hold in any form. */
    static String ofXml(String text) {
        return replaced(text, Characters::isLegalInXml);
    }

    private static String replaced(String text, CharacterTest fits) {
        for (int i = 0; i < text.length(); i++) {
            if (!fits.test(text, i)) {
                return replacedFrom(i, text, fits);
            }
        }
        return text;
    }

    private static String replacedFrom(int start, String text, CharacterTest fits) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, start);
        for (int i = start; i < text.length(); i++) {
            clean.append(fits.test(text, i) ? text.charAt(i) : REPLACEMENT);
        }
        return clean.toString();
    }

    private static boolean isLegalInXml(String text, int index) {
        char c = text.charAt(index);
        return (c >= ' ' && c < '\ufffe' || c == '\t' || c == '\n' || c == '\r') && isEncodable(text, index);
    }

    private static boolean isEncodable(String text, int index) {
        char c = text.charAt(index);
        if (!Character.isSurrogate(c)) {
            return true;
        }
        return Character.isHighSurrogate(c)
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }

    /** Whether the character at a place can be carried. */
    private interface CharacterTest {
        boolean test(String text, int index);
    }
}
