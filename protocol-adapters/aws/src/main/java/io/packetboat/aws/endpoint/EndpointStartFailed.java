package io.packetboat.aws.endpoint;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** The AWS endpoint's port cannot be opened; the message names the port and the key that moves it. */
public final class EndpointStartFailed extends PacketboatException {
    private static final long serialVersionUID = 1L;

    EndpointStartFailed(AwsConfig config, Throwable cause) {
        super(
                ErrorKind.UNAVAILABLE,
                "Port " + config.port() + " (aws, host " + config.host() + ") cannot be opened: " + cause.getMessage()
                        + ". Change it with " + AwsConfig.PORT_KEY + ".",
                cause);
    }
}
