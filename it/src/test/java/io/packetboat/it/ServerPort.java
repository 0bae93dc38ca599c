package io.packetboat.it;

/** A port of the server, with the environment variable that moves it. */
public enum ServerPort {
    AMQP("PACKETBOAT_AMQP_PORT"),
    AMQPS("PACKETBOAT_AMQPS_PORT"),
    MQTT("PACKETBOAT_MQTT_PORT"),
    MQTTS("PACKETBOAT_MQTTS_PORT"),
    STOMP("PACKETBOAT_STOMP_PORT"),
    STOMPS("PACKETBOAT_STOMPS_PORT"),
    CORE("PACKETBOAT_CORE_PORT"),
    CORES("PACKETBOAT_CORES_PORT"),
    WS("PACKETBOAT_WS_PORT"),
    WSS("PACKETBOAT_WSS_PORT"),
    AWS("PACKETBOAT_AWS_PORT"),
    HTTP("PACKETBOAT_HTTP_PORT"),
    HTTPS("PACKETBOAT_HTTPS_PORT");

    private final String variable;

    ServerPort(String variable) {
        this.variable = variable;
    }

    String variable() {
        return variable;
    }
}
