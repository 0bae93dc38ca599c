package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handshake costs the server more than the client, who could ask for one after the other on one connection. */
@ExtendWith(SharedServer.class)
class RenegotiationIT {
    private static final int SOON_MILLIS = 60_000;

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"AMQPS", "MQTTS", "STOMPS", "CORES", "WSS", "AWS", "HTTPS"})
    void aClientOfTls12DoesNotGetASecondHandshake(ServerPort port, PacketboatServer server) throws Exception {
        try (SSLSocket socket = (SSLSocket)
                server.trustStore().context().getSocketFactory().createSocket("localhost", server.port(port))) {
            socket.setSoTimeout(SOON_MILLIS);
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();

            // Where there is one, the server hangs up on a silent client later, without an alert.
            assertThatThrownBy(() -> {
                        socket.startHandshake();
                        socket.getInputStream().read();
                    })
                    .isInstanceOf(SSLException.class);
        }
    }
}
