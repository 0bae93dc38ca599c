package io.packetboat.policy;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.UserName;
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
     * Whether the user is meant; an account stands for its users in a Deny, while an Allow for an account only leaves the
     * decision to the policies of that account's users, as IAM has it.
     */
    boolean include(UserName user, String account, Effect effect);

    /** {@code "*"}: whoever has logged in. */
    record Everybody() implements Principals {
        @Override
        public boolean include(UserName user, String account, Effect effect) {
            return true;
        }
    }

    /** Accounts by number, and users by ARN. */
    record Named(List<String> accounts, List<Arn> users) implements Principals {
        public Named {
            accounts = List.copyOf(accounts);
            users = List.copyOf(users);
        }

        @Override
        public boolean include(UserName user, String account, Effect effect) {
            boolean byAccount = effect == Effect.DENY && accounts.contains(account);
            return byAccount
                    || users.stream()
                            .anyMatch(arn -> arn.account().equals(account)
                                    && arn.resource().equals("user/" + user.value()));
        }
    }

    Pattern ACCOUNT = Pattern.compile("\\d{12}");

    static Principals read(String at, @Nullable JsonValue value) {
        if (value instanceof JsonString) {
            return named(at, List.of(PolicyReader.text(at, value)));
        }
        if (value instanceof JsonObject object && !object.isEmpty()) {
            PolicyReader.refuseUnknown(at, object, Set.of("AWS"));
            return named(at + ".AWS", PolicyReader.texts(at + ".AWS", object.get("AWS")));
        }
        throw new PolicyRefused(at, "must be \"*\" or name accounts and users with AWS");
    }

    private static Principals named(String at, List<String> texts) {
        if (texts.contains("*")) {
            return new Everybody();
        }
        return new Named(
                texts.stream()
                        .filter(text -> !isUser(at, text))
                        .map(Principals::account)
                        .toList(),
                texts.stream().filter(text -> isUser(at, text)).map(Arn::parse).toList());
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
