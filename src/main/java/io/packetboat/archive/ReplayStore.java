package io.packetboat.archive;

import io.packetboat.subscription.SubscriptionId;
import java.util.List;

/**
 * Where replays are kept. Safe for any number of threads; a change is committed and forced to disk on return, and when a
 * method fails, it raises a {@link io.packetboat.kernel.PacketboatException} of kind UNAVAILABLE.
 */
public interface ReplayStore {

    List<Replay> load();

    /** Puts it in the place of the one of the same subscription. */
    void put(Replay replay);

    void delete(SubscriptionId subscription);
}
