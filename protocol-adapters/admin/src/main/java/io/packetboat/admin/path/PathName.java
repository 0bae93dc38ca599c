package io.packetboat.admin.path;

import io.packetboat.kernel.InvalidValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A name as one segment of a path: itself, or {@code ~} and the base64url form of its UTF-8.
 *
 * <p>Liberty, as Servlet 6 advises, refuses paths with an encoded slash, backslash, number sign or control character,
 * and with {@code .} and {@code ..}; names that hold these have the second form alone. Either form works for others.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.1/jakarta-servlet-spec-6.1#uri-path-canonicalization">Servlet
 *     6.1, 3.5.2</a>
 */
public final class PathName {
    private static final String ROOT = "/api/v1/";
    private static final String MARK = "~";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private PathName() {}

    /** The name that a segment, percent-decoded, stands for; raises {@link InvalidValue} for what is no base64url. */
    public static String decode(String parameter, String segment) {
        if (!segment.startsWith(MARK)) {
            return segment;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(segment.substring(MARK.length()));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new InvalidValue(parameter, "must be a name, or ~ and the base64url form of its UTF-8");
        }
    }

    /** The path on this server of what has the name; works for every name and needs no encoding. */
    public static String of(String collection, String name) {
        return ROOT + collection + "/" + encode(name);
    }

    /** The same for what is part of another thing, whose path is given. */
    public static String below(String path, String collection, String name) {
        return path + "/" + collection + "/" + encode(name);
    }

    static String encode(String name) {
        if (PLAIN.matcher(name).matches()) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
