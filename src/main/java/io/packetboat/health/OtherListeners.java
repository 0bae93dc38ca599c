package io.packetboat.health;

import java.util.Map;
import java.util.Optional;

/** The ports that doors open themselves, without the broker; readiness asks for them. */
public interface OtherListeners {

    /** The port of each listener by its name, empty while it does not accept connections. Answers from memory. */
    Map<String, Optional<Integer>> ports();
}
