package io.packetboat.policy;

import io.packetboat.kernel.InvalidValue;
import java.util.regex.Pattern;

/** One action in IAM's spelling, for example {@code sqs:SendMessage}. */
public record Action(String service, String name) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9-]*:[A-Za-z][A-Za-z0-9]*");

    public Action {
        if (!ALLOWED.matcher(service + ":" + name).matches()) {
            throw new InvalidValue("action", "must look like service:ActionName");
        }
    }

    /** Reads {@code service:ActionName}; raises {@link InvalidValue} for anything else. */
    public static Action parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new InvalidValue("action", "must look like service:ActionName");
        }
        return new Action(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return service + ":" + name;
    }
}
