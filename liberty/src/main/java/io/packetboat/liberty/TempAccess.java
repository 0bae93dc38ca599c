package io.packetboat.liberty;

import io.packetboat.broker.BrokerAccess;
import io.packetboat.broker.BrokerOperation;
import io.packetboat.kernel.*;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class TempAccess implements BrokerAccess {
    @Override
    public Optional<UserName> login(String user, String password, String source) {
        return Optional.of(new UserName("admin"));
    }

    @Override
    public boolean allows(Caller caller, BrokerOperation operation) {
        return true;
    }
}
