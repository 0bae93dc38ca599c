package io.packetboat.it.crash;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;

/** How every MQTT client here connects. */
final class MqttClients {
    /**
     * Never 0: the broker answers that with a keep-alive of its own, and a Paho client for MQTT 5 which reads its old one
     * and the new one in the same check takes itself for blocked and gives the connection up.
     */
    static final int KEEP_ALIVE_SECONDS = 60;

    private static final long FOR_EVER = 0xFFFF_FFFFL;

    private MqttClients() {}

    static String url(PacketboatServer server) {
        return "tcp://localhost:" + server.port(ServerPort.MQTT);
    }

    /** @param clean false for a session that outlives its connection */
    static MqttConnectionOptions options(boolean clean) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(Admin.USER);
        options.setPassword(Admin.PASSWORD.getBytes(StandardCharsets.UTF_8));
        options.setCleanStart(clean);
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout(60);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        if (!clean) {
            options.setSessionExpiryInterval(FOR_EVER);
        }
        return options;
    }
}
