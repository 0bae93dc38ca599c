package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapOfQueuesTest {
    private static final int QUEUES = 4_000;
    private static final long BYTES_EACH = 14_000;

    @TempDir
    private Path directory;

    @Test
    void anEmptyQueueTakesFewKilobytesOfHeap() {
        TestingBroker testing =
                new TestingBroker(TestingBroker.config(directory).withPersistence(false));
        testing.broker().start();
        try {
            makeQueues(testing, 0, 100);
            long before = usedHeap();

            makeQueues(testing, 100, QUEUES);

            assertThat((usedHeap() - before) / QUEUES).isLessThan(BYTES_EACH);
        } finally {
            testing.close();
        }
    }

    private static void makeQueues(TestingBroker testing, int from, int count) {
        for (int i = from; i < from + count; i++) {
            testing.broker()
                    .queues()
                    .create(new QueueName("heap-" + i), QueueSettings.DEFAULTS, false, Optional.empty());
        }
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
