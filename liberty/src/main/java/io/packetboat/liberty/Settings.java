package io.packetboat.liberty;

import java.util.List;
import java.util.stream.Stream;

/** Every key that Packetboat knows, in the order of the documentation's table. */
final class Settings {
    private Settings() {}

    static List<Setting<?>> all() {
        return Stream.of(
                        NodeSettings.ALL,
                        HttpSettings.ALL,
                        MessagingSettings.all(),
                        AwsSettings.ALL,
                        SnsSettings.ALL,
                        SmtpSettings.ALL,
                        GatewaySettings.ALL,
                        BrokerSettings.ALL,
                        DatabaseSettings.ALL,
                        IdentitySettings.ALL,
                        MetricSettings.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
