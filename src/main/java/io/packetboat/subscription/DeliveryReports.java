package io.packetboat.subscription;

import java.util.Optional;

/** Who knows how deliveries to subscriptions go. Safe for any number of threads; asks memory alone. */
public interface DeliveryReports {

    /** Empty for a subscription to which nothing was to be delivered lately. */
    Optional<DeliveryReport> of(Subscription subscription);
}
