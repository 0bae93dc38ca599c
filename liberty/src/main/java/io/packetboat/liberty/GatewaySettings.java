package io.packetboat.liberty;

import io.packetboat.gateway.MqttBroker;
import io.packetboat.gateway.TextMessageGateway;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The servers by which notifications reach functions, telephones and other brokers. */
final class GatewaySettings {
    static final Setting<String> LAMBDA = new Setting<>(
            "packetboat.sns.lambda.endpoint",
            "",
            "http or https URL",
            "Where functions are invoked by the HTTP API of AWS Lambda; subscriptions of functions are refused where it is"
                    + " not set.",
            Units::webAddress);
    static final Setting<String> SMS_URL = new Setting<>(
            "packetboat.sns.sms.url",
            "",
            "http or https URL",
            "The gateway that text messages are posted to; they are refused where it is not set.",
            Units::webAddress);
    static final Setting<String> SMS_AUTHORIZATION = new Setting<>(
            "packetboat.sns.sms.authorization", "", "text", "The header Authorization for that gateway.", Units::text);
    static final Setting<List<MqttBroker>> MQTT_BROKERS = new Setting<>(
            "packetboat.sns.mqtt.brokers",
            "",
            "mqtt://user:password@host:port or mqtts://..., separated by commas",
            "The MQTT brokers that subscriptions may republish to, this node's own among them; all others are refused.",
            GatewaySettings::brokers);
    static final List<Setting<?>> ALL = List.of(LAMBDA, SMS_URL, SMS_AUTHORIZATION, MQTT_BROKERS);

    private GatewaySettings() {}

    static Optional<URI> lambda(Configuration values) {
        return address(values, LAMBDA);
    }

    static Optional<TextMessageGateway> textMessages(Configuration values) {
        return address(values, SMS_URL).map(url -> new TextMessageGateway(url, values.value(SMS_AUTHORIZATION)));
    }

    private static Optional<URI> address(Configuration values, Setting<String> setting) {
        return Optional.of(values.value(setting))
                .filter(text -> !text.isEmpty())
                .map(URI::create);
    }

    private static List<MqttBroker> brokers(String text) {
        Function<String, MqttBroker> parse = Units.value(MqttBroker::parse);
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(broker -> !broker.isEmpty())
                .map(parse)
                .toList();
    }
}
