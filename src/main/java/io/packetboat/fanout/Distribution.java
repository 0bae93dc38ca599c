package io.packetboat.fanout;

import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.DeliveryQueues;
import io.packetboat.broker.fanout.Publication;
import io.packetboat.fanout.QueueDeliveries.Note;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Subscription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Decides what of a published message is written where. Safe for any number of threads, which may wait for the database. */
public final class Distribution {
    private static final Logger LOG = System.getLogger(Distribution.class.getName());

    /** As many attributes as a message of SQS can have. */
    private static final int MAX_RAW_ATTRIBUTES = 10;

    private final Audience audience;
    private final DeliveryQueues queues;
    private final QueueCopies copies;
    private final Courier courier;
    private final Archive archive;
    private final QueueDeliveries deliveries;

    public Distribution(
            Audience audience,
            DeliveryQueues queues,
            QueueCopies copies,
            Courier courier,
            Archive archive,
            QueueDeliveries deliveries) {
        this.audience = audience;
        this.queues = queues;
        this.copies = copies;
        this.courier = courier;
        this.archive = archive;
        this.deliveries = deliveries;
    }

    Archive archive() {
        return archive;
    }

    /**
     * What is to be written for a message.
     *
     * @param publication empty for one that is too large for anybody here
     * @param position its place in the topic's archive, if it is there
     * @throws BrokerUnavailable while producers are blocked for want of disk space
     */
    Plan plan(TopicName topic, Optional<Publication> publication, Optional<ArchivePosition> position) {
        return plan(
                topic,
                plan -> publication.ifPresentOrElse(content -> fill(plan, content, position), () -> giveUp(plan)));
    }

    /** What is to be written to give one subscription these messages, whether its filter policy lets them pass or not. */
    Plan plan(Subscription subscription, List<Publication> publications) {
        return plan(
                subscription.topic(),
                plan -> publications.forEach(publication -> add(plan, subscription, publication)));
    }

    private Plan plan(TopicName topic, Consumer<Plan> filling) {
        if (queues.isDiskFull()) {
            throw new BrokerUnavailable("The disk reserve is reached; producers are blocked.", null);
        }
        Plan plan = new Plan(topic, deliveries);
        try {
            filling.accept(plan);
        } catch (RuntimeException e) {
            plan.abandoned(e);
            throw e;
        }
        return plan;
    }

    private static void giveUp(Plan plan) {
        LOG.log(Level.WARNING, "A message is too large for the subscriptions of SNS: topic={0}", plan.topic());
        plan.giveUp();
    }

    private void fill(Plan plan, Publication publication, Optional<ArchivePosition> position) {
        long all = audience.count(plan.topic());
        for (Subscription subscription : audience.matching(
                plan.topic(),
                publication.message().attributes(),
                publication.message().body())) {
            if (!isHeldBack(subscription, position)) {
                add(plan, subscription, publication);
            }
            all--;
        }
        // Some may have come or gone meanwhile.
        plan.filterOut(Math.max(0, all));
    }

    private boolean isHeldBack(Subscription subscription, Optional<ArchivePosition> position) {
        return position.isPresent() && archive.isHeldBack(subscription.id(), position.get());
    }

    private void add(Plan plan, Subscription subscription, Publication publication) {
        if (!(subscription.endpoint() instanceof Endpoint.QueueEndpoint endpoint)) {
            entrust(plan, subscription, publication);
            return;
        }
        Optional<DeliveryQueue> queue = queues.find(endpoint.queue());
        if (queue.isEmpty()) {
            deadLetter(plan, subscription, publication, "the queue is gone");
        } else if (subscription.attributes().raw()
                && publication.message().attributes().values().size() > MAX_RAW_ATTRIBUTES) {
            deadLetter(plan, subscription, publication, "a raw message has more than ten attributes");
        } else {
            copies.add(plan, Plan.Kind.DELIVERED, queue.get(), subscription, publication);
            plan.note(new Note(subscription.id(), Optional.empty(), false));
        }
    }

    private void entrust(Plan plan, Subscription subscription, Publication publication) {
        courier.copy(subscription, publication.message().id(), copies.bodyFor(subscription, publication))
                .ifPresentOrElse(
                        copy -> plan.entrust(copy, () -> courier.wake(subscription)),
                        () -> deadLetter(plan, subscription, publication, "nothing delivers by its protocol"));
    }

    private void deadLetter(Plan plan, Subscription subscription, Publication publication, String why) {
        Optional<DeliveryQueue> target =
                subscription.attributes().deadLetterQueue().flatMap(queues::find);
        Level level = target.isPresent() ? Level.DEBUG : Level.WARNING;
        LOG.log(level, "A message cannot be delivered: subscription={0} because {1}", subscription.id(), why);
        plan.note(new Note(subscription.id(), Optional.of(why), target.isPresent()));
        target.ifPresentOrElse(
                queue -> copies.add(plan, Plan.Kind.DEAD_LETTER, queue, subscription, publication), plan::giveUp);
    }
}
