package io.packetboat.gateway;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which function is meant.
 *
 * @param qualifier a version or an alias; empty for the newest version
 */
record FunctionName(String name, Optional<String> qualifier) {
    private static final Pattern ARN = Pattern.compile(
            "arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:function:([A-Za-z0-9_-]{1,64})(?::(\\$LATEST|[A-Za-z0-9_-]{1,128}))?");

    /** The function in the ARN; empty for what is no function's ARN. */
    static Optional<FunctionName> find(String arn) {
        Matcher matcher = ARN.matcher(arn);
        return matcher.matches()
                ? Optional.of(new FunctionName(matcher.group(1), Optional.ofNullable(matcher.group(2))))
                : Optional.empty();
    }

    URI invocationAt(URI gateway) {
        String base = gateway.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + "/2015-03-31/functions/" + name + "/invocations"
                + qualifier
                        .map(value -> "?Qualifier=" + value.replace("$", "%24"))
                        .orElse(""));
    }
}
