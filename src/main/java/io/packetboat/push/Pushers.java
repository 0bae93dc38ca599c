package io.packetboat.push;

import io.packetboat.subscription.Endpoint;
import java.util.List;
import java.util.Optional;

/** Who delivers by which protocol; the first one that carries an endpoint is the one. */
public record Pushers(List<Pusher> all) {

    public Pushers {
        all = List.copyOf(all);
    }

    Optional<Pusher> find(Endpoint endpoint) {
        return all.stream().filter(pusher -> pusher.carries(endpoint)).findFirst();
    }

    void stop() {
        all.forEach(Pusher::stop);
    }
}
