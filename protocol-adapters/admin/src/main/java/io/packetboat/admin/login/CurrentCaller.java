package io.packetboat.admin.login;

import io.packetboat.kernel.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The caller of the request at hand, as the login filter found it. */
@RequestScoped
public class CurrentCaller {
    private Optional<Caller> caller = Optional.empty();

    /** Fails for a request that no login was asked for. */
    public Caller caller() {
        return caller.orElseThrow(() -> new IllegalStateException("the request has no caller"));
    }

    void is(Caller found) {
        caller = Optional.of(found);
    }
}
