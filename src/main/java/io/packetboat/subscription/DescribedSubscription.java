package io.packetboat.subscription;

import io.packetboat.kernel.Arn;
import io.packetboat.retry.EffectiveDelivery;
import java.util.Optional;

/**
 * A subscription with what follows for it from its topic.
 *
 * @param delivery how messages are delivered; for HTTP endpoints alone
 * @param replay what it is given again
 */
public record DescribedSubscription(
        Arn arn, Subscription subscription, Optional<EffectiveDelivery> delivery, Optional<DescribedReplay> replay) {}
