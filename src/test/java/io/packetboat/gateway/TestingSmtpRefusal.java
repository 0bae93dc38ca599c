package io.packetboat.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that says yes to all but one command. */
final class TestingSmtpRefusal implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String command;
    private final String status;

    TestingSmtpRefusal(String command, String status) throws IOException {
        this.command = command;
        this.status = status;
        Thread thread = new Thread(this::serve, "testing-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                talk(socket);
            } catch (IOException e) {
                // The listener was closed, or the client went.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        say(socket, "220 ready");
        boolean inContents = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inContents && !line.equals(".")) {
                continue;
            }
            boolean ended = inContents;
            inContents = false;
            if (line.startsWith(command) && !command.equals("DATA") || ended && command.equals("DATA")) {
                say(socket, status + " no");
            } else if (line.equals("DATA")) {
                inContents = true;
                say(socket, "354 go on");
            } else {
                say(socket, line.equals("QUIT") ? "221 bye" : "250 ok");
            }
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
