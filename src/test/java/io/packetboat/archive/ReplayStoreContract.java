package io.packetboat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.ReplayPolicy;
import io.packetboat.subscription.SubscriptionId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of replays must do. */
public abstract class ReplayStoreContract {
    private static final SubscriptionId ID = new SubscriptionId("11111111-2222-4333-8444-555555555555");
    private static final Instant NOON = Instant.ofEpochMilli(1_800_000_000_123L);
    private static final ReplayPolicy POLICY =
            new ReplayPolicy("{\"as\": \"given\"}", NOON, Optional.of(NOON.plusMillis(1)));
    private static final Replay RUNNING = new Replay(
            ID,
            new TopicName("orders.fifo"),
            "token",
            Optional.of(POLICY),
            new ArchivePosition(7),
            new ArchivePosition(3),
            Optional.empty(),
            false);

    /** An empty store. */
    protected abstract ReplayStore store();

    @Test
    void allOfAReplayComesBack() {
        ReplayStore store = store();

        store.put(RUNNING);

        assertThat(store.load()).containsExactly(RUNNING);
    }

    @Test
    void aReplayTakesThePlaceOfTheFormerOfItsSubscription() {
        ReplayStore store = store();
        Replay over = RUNNING.failing().caughtUp(new ArchivePosition(9));
        Replay endless = new Replay(
                new SubscriptionId("22222222-2222-4333-8444-555555555555"),
                new TopicName("news.fifo"),
                "other",
                Optional.of(new ReplayPolicy("{}", NOON, Optional.empty())),
                new ArchivePosition(1),
                new ArchivePosition(0),
                Optional.empty(),
                false);

        store.put(RUNNING);
        store.put(over);
        store.put(endless);

        assertThat(store.load()).containsExactly(over, endless);
    }

    @Test
    void aStoppedReplayHasNoPolicyAndADeletedOneIsGone() {
        ReplayStore store = store();
        store.put(RUNNING.stopped());
        assertThat(store.load()).containsExactly(RUNNING.stopped());

        store.delete(ID);
        store.delete(ID);

        assertThat(store.load()).isEmpty();
    }
}
