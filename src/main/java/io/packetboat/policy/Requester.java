package io.packetboat.policy;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.UserName;
import java.util.List;
import java.util.Optional;

/** Who asks for something: a user, or a service of this node by itself. */
public sealed interface Requester {

    /** {@code aws:username}. */
    Optional<String> userName();

    /** {@code aws:SourceArn}: what a service acts for. */
    Optional<Arn> sourceArn();

    /** Whether a statement names whoever asks: a user by its ARN, a service by its name. */
    boolean isAmong(List<Arn> users, List<ServicePrincipal> services, String account);

    /** Whether an account's number stands for whoever asks, among others. */
    boolean belongsToAccount();

    /** Somebody who has logged in. */
    record User(UserName name) implements Requester {
        @Override
        public Optional<String> userName() {
            return Optional.of(name.value());
        }

        @Override
        public Optional<Arn> sourceArn() {
            return Optional.empty();
        }

        @Override
        public boolean isAmong(List<Arn> users, List<ServicePrincipal> services, String account) {
            return users.stream()
                    .anyMatch(arn ->
                            arn.account().equals(account) && arn.resource().equals("user/" + name.value()));
        }

        @Override
        public boolean belongsToAccount() {
            return true;
        }
    }

    /** A service that acts for something of its own, for example SNS for a topic. */
    record Agent(ServicePrincipal service, Arn source) implements Requester {
        @Override
        public Optional<String> userName() {
            return Optional.empty();
        }

        @Override
        public Optional<Arn> sourceArn() {
            return Optional.of(source);
        }

        @Override
        public boolean isAmong(List<Arn> users, List<ServicePrincipal> services, String account) {
            return services.contains(service);
        }

        @Override
        public boolean belongsToAccount() {
            return false;
        }
    }
}
