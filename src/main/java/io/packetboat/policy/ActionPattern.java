package io.packetboat.policy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which actions a statement is about: everything, or the actions of one service by pattern, without regard to case. */
record ActionPattern(String service, Glob name) {
    /** The services whose actions are checked on this node; a statement about any other could only be a mistake. */
    static final Set<String> SERVICES = Set.of("sqs", "sns", "packetboat");

    private static final String EVERY_SERVICE = "*";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9*?]+");

    static ActionPattern parse(String element, String text) {
        if (text.equals("*")) {
            return new ActionPattern(EVERY_SERVICE, new Glob("*"));
        }
        int colon = text.indexOf(':');
        if (colon < 0 || !NAME.matcher(text.substring(colon + 1)).matches()) {
            throw new PolicyRefused(
                    element, "'" + text + "' must look like service:ActionName, with * and ? in the name");
        }
        String service = text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!SERVICES.contains(service)) {
            throw new PolicyRefused(
                    element,
                    "'" + text + "' names a service other than sqs, sns and packetboat; it would have no effect");
        }
        return new ActionPattern(service, Glob.ignoringCase(text.substring(colon + 1)));
    }

    boolean matches(Action action) {
        return service.equals(EVERY_SERVICE)
                || (service.equals(action.service())
                        && name.matches(action.name().toLowerCase(Locale.ROOT)));
    }
}
