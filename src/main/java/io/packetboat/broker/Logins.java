package io.packetboat.broker;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import java.security.Principal;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * The logins that hold: a subject remembers the credentials it was made for and how often its user had been revoked then.
 *
 * <p>Safe for any number of threads. The revocation count closes the race in which a slow password check, begun before a
 * change of the password, ends after the open connections were searched.
 */
final class Logins {
    private final ConcurrentHashMap<UserName, Long> revocations = new ConcurrentHashMap<>();
    private final AtomicLong allRevocations = new AtomicLong();

    /** Asks for a decision, again if somebody was revoked meanwhile, and makes the subject that stands for it. */
    Optional<Subject> decide(String user, String password, Origin origin, Supplier<Optional<UserName>> question) {
        while (true) {
            long before = allRevocations.get();
            Optional<UserName> name = question.get();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            Login login = new Login(origin, name.get(), user, password, revocationsOf(name.get()));
            if (allRevocations.get() == before) {
                return Optional.of(new Subject(true, Set.of(login), Set.of(), Set.of()));
            }
        }
    }

    /** From now on no earlier login of this user holds. */
    void revoke(UserName user) {
        revocations.merge(user, 1L, Long::sum);
        allRevocations.incrementAndGet();
    }

    boolean stillHolds(Subject subject, String user, String password) {
        Login login = loginOf(subject);
        return login != null
                && login.revocations == revocationsOf(login.caller.user())
                && login.sentUser.equals(user)
                && login.sentPassword.equals(password);
    }

    /** For whom the subject stands, and where it logged in. */
    static Optional<Caller> callerOf(@Nullable Subject subject) {
        Login login = subject == null ? null : loginOf(subject);
        return login == null ? Optional.empty() : Optional.of(login.caller);
    }

    private long revocationsOf(UserName user) {
        return revocations.getOrDefault(user, 0L);
    }

    /** Subject's typed getters copy sets; this runs for every message, and our subjects hold exactly one principal. */
    private static @Nullable Login loginOf(Subject subject) {
        Iterator<Principal> principals = subject.getPrincipals().iterator();
        return principals.hasNext() && principals.next() instanceof Login login ? login : null;
    }

    private static final class Login extends UserPrincipal {
        private static final long serialVersionUID = 1L;

        private final transient Caller caller;
        private final transient String sentUser;
        private final transient String sentPassword;
        private final transient long revocations;

        Login(Origin origin, UserName user, String sentUser, String sentPassword, long revocations) {
            super(user.value());
            this.caller = origin.callerFor(user);
            this.sentUser = sentUser;
            this.sentPassword = sentPassword;
            this.revocations = revocations;
        }
    }
}
