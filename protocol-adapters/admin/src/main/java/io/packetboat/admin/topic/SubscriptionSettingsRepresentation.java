package io.packetboat.admin.topic;

import io.packetboat.admin.json.Seconds;
import io.packetboat.kernel.messaging.SubscriptionSettings;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one durable subscription does differently from the defaults. */
@Schema(name = "SubscriptionSettings", description = "An absent value means no limit.")
public record SubscriptionSettingsRepresentation(
        @Schema(
                description = "How long messages are kept at most, those in the subscription already too, in seconds.",
                minimum = "0.001")
        Optional<Double> retentionSeconds) {

    static SubscriptionSettingsRepresentation of(SubscriptionSettings settings) {
        return new SubscriptionSettingsRepresentation(settings.retention().map(Seconds::of));
    }

    SubscriptionSettings settings() {
        return new SubscriptionSettings(retentionSeconds.map(value -> Seconds.positive("retentionSeconds", value)));
    }
}
