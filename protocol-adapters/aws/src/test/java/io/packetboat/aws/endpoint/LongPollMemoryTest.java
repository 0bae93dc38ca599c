package io.packetboat.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an open long poll costs, its client in this very process included. */
class LongPollMemoryTest {
    private static final int POLLS = 1_500;
    private static final int MOST_BYTES = 8 * 1024;

    @TempDir
    Path folder;

    @Test
    void anOpenLongPollTakesAtMostEightKilobytesOfHeap() throws IOException {
        List<SocketChannel> clients = new ArrayList<>(POLLS);
        long maxPending = (long) MOST_BYTES * POLLS;
        try (TestingEndpoint testing = new TestingEndpoint(folder, AwsConfig.Patience.DEFAULT, 2 * POLLS, maxPending)) {
            byte[] request = testing.signed("Wait", "{\"QueueUrl\":\"http://localhost:4566/000000000000/orders\"}");
            open(testing, request, clients);
            await().until(() -> testing.api.waiting.size() == 1);
            long before = usedMemory();

            for (int i = 0; i < POLLS; i++) {
                open(testing, request, clients);
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> testing.api.waiting.size() == POLLS + 1);

            await().untilAsserted(
                            () -> assertThat((usedMemory() - before) / POLLS).isLessThan(MOST_BYTES));
            System.out.println("heap of an open long poll: " + (usedMemory() - before) / POLLS + " bytes");
        } finally {
            for (SocketChannel client : clients) {
                client.close();
            }
        }
    }

    private static void open(TestingEndpoint testing, byte[] request, List<SocketChannel> clients) throws IOException {
        SocketChannel client = SocketChannel.open(new InetSocketAddress("127.0.0.1", testing.port()));
        clients.add(client);
        client.write(ByteBuffer.wrap(request));
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
