package io.packetboat.fanout;

import io.packetboat.broker.fanout.Publication;
import io.packetboat.broker.fanout.TopicIntakes;
import io.packetboat.subscription.Subscription;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Gives one subscription what its topic kept. Safe for any number of threads, which may wait for the database. */
public final class Redelivery {
    private final TopicIntakes intakes;
    private final Distribution distribution;
    private final NotificationCounts counts;

    public Redelivery(TopicIntakes intakes, Distribution distribution, NotificationCounts counts) {
        this.intakes = intakes;
        this.distribution = distribution;
        this.counts = counts;
    }

    /**
     * Gives messages in their order, all of them or none; a FIFO queue takes each once for each replay.
     *
     * @param wanted what passes the subscription's filter policy
     * @param filteredOut how many did not
     * @return completes once they are synced to disk
     * @throws io.packetboat.broker.BrokerUnavailable while producers are blocked for want of disk space
     */
    public CompletionStage<Void> deliver(Subscription subscription, List<Publication> wanted, int filteredOut) {
        Plan plan = distribution.plan(subscription, wanted);
        plan.filterOut(filteredOut);
        return intakes.put(plan.copies()).whenComplete((done, failure) -> {
            if (failure == null) {
                plan.written(counts);
            } else {
                plan.abandoned(failure);
            }
        });
    }
}
