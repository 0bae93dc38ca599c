package io.packetboat.policy;

import io.packetboat.kernel.Arn;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom a statement of a resource's policy is about. */
sealed interface Principals {

    /**
     * Whether whoever asks is meant; an account stands for its users in a Deny, while an Allow for an account only leaves
     * the decision to the policies of that account's users, as IAM has it.
     */
    boolean include(Requester requester, String account, Effect effect);

    /** {@code "*"}: whoever has logged in, and every service. */
    record Everybody() implements Principals {
        @Override
        public boolean include(Requester requester, String account, Effect effect) {
            return true;
        }
    }

    /** Accounts by number, users by ARN, and services by name. */
    record Named(List<String> accounts, List<Arn> users, List<ServicePrincipal> services) implements Principals {
        public Named {
            accounts = List.copyOf(accounts);
            users = List.copyOf(users);
            services = List.copyOf(services);
        }

        @Override
        public boolean include(Requester requester, String account, Effect effect) {
            boolean byAccount = effect == Effect.DENY && requester.belongsToAccount() && accounts.contains(account);
            return byAccount || requester.isAmong(users, services, account);
        }
    }

    Pattern ACCOUNT = Pattern.compile("\\d{12}");

    static Principals read(String at, @Nullable JsonValue value) {
        if (value instanceof JsonString) {
            return named(at, List.of(PolicyReader.text(at, value)), List.of());
        }
        if (value instanceof JsonObject object && !object.isEmpty()) {
            PolicyReader.refuseUnknown(at, object, Set.of("AWS", "Service"));
            return named(
                    at + ".AWS", texts(at, object, "AWS"), services(at + ".Service", texts(at, object, "Service")));
        }
        throw new PolicyRefused(at, "must be \"*\", or name accounts and users with AWS, services with Service");
    }

    private static List<String> texts(String at, JsonObject object, String kind) {
        return object.containsKey(kind) ? PolicyReader.texts(at + "." + kind, object.get(kind)) : List.of();
    }

    private static List<ServicePrincipal> services(String at, List<String> texts) {
        return texts.stream()
                .map(text -> ServicePrincipal.find(text)
                        .orElseThrow(() -> new PolicyRefused(
                                at, "'" + text + "' is no service of this node; it would have no effect")))
                .toList();
    }

    private static Principals named(String at, List<String> texts, List<ServicePrincipal> services) {
        if (texts.contains("*")) {
            return new Everybody();
        }
        return new Named(
                texts.stream()
                        .filter(text -> !isUser(at, text))
                        .map(Principals::account)
                        .toList(),
                texts.stream().filter(text -> isUser(at, text)).map(Arn::parse).toList(),
                services);
    }

    private static String account(String text) {
        return ACCOUNT.matcher(text).matches() ? text : Arn.parse(text).account();
    }

    private static boolean isUser(String at, String text) {
        if (ACCOUNT.matcher(text).matches()) {
            return false;
        }
        List<String> parts = List.of(text.split(":", 6));
        boolean iam = parts.size() == 6
                && parts.get(0).equals("arn")
                && parts.get(1).equals("aws")
                && parts.get(2).equals("iam")
                && ACCOUNT.matcher(parts.get(4)).matches();
        if (iam && parts.get(5).equals("root")) {
            return false;
        }
        if (iam && parts.get(5).matches("user/.+")) {
            return true;
        }
        throw new PolicyRefused(at, "'" + text + "' must be *, an account number or the ARN of a user");
    }
}
