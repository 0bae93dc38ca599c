package io.packetboat.aws.sts;

import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.ErrorTable;
import io.packetboat.identity.IdentityConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** AWS STS, as far as it goes here. */
@Dependent
public class StsApi {
    private final IdentityConfig identity;

    @Inject
    public StsApi(IdentityConfig identity) {
        this.identity = identity;
    }

    public Api api() {
        return Api.of(
                "sts",
                Optional.empty(),
                Optional.of(new Api.Query("2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/")),
                ErrorTable.COMMON,
                List.of(new GetCallerIdentity(identity.account())));
    }
}
