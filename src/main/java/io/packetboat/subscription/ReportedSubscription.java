package io.packetboat.subscription;

import io.packetboat.kernel.Arn;
import java.util.Optional;

/** A subscription with how deliveries to it have gone; without that where nothing was to be delivered lately. */
public record ReportedSubscription(Arn arn, Subscription subscription, Optional<DeliveryReport> report) {}
