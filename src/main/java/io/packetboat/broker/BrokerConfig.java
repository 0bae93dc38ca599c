package io.packetboat.broker;

import io.packetboat.kernel.InvalidValue;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Everything that an operator can say about the broker itself; listeners come separately.
 *
 * @param nodeName the broker's name in logs and management
 * @param dataDirectory holds {@code journal}, {@code bindings}, {@code paging} and {@code large-messages}; created if
 *     missing
 * @param persistent false keeps everything in memory, for tests only
 * @param disk when producers are blocked because the disk fills up
 * @param memory how much of the heap messages may take before they page to disk
 * @param delivery what becomes of messages that are not consumed as hoped
 * @param journal how the journal writes
 */
public record BrokerConfig(
        String nodeName,
        Path dataDirectory,
        boolean persistent,
        Disk disk,
        Memory memory,
        Delivery delivery,
        Journal journal) {

    /** The defaults as documented, for the given directory. */
    public static BrokerConfig in(Path dataDirectory) {
        return new BrokerConfig(
                "packetboat", dataDirectory, true, Disk.DEFAULT, Memory.fromHeap(), Delivery.DEFAULT, Journal.DEFAULT);
    }

    public BrokerConfig withPersistence(boolean wanted) {
        return new BrokerConfig(nodeName, dataDirectory, wanted, disk, memory, delivery, journal);
    }

    public BrokerConfig with(Disk wanted) {
        return new BrokerConfig(nodeName, dataDirectory, persistent, wanted, memory, delivery, journal);
    }

    public BrokerConfig with(Memory wanted) {
        return new BrokerConfig(nodeName, dataDirectory, persistent, disk, wanted, delivery, journal);
    }

    public BrokerConfig with(Delivery wanted) {
        return new BrokerConfig(nodeName, dataDirectory, persistent, disk, memory, wanted, journal);
    }

    /**
     * When producers are blocked.
     *
     * @param reserve bytes that stay free: below it producers are blocked
     * @param scanPeriod how often the free space is looked at
     */
    public record Disk(long reserve, Duration scanPeriod) {
        /** 1 GiB, looked at every second. */
        public static final Disk DEFAULT = new Disk(1L << 30, Duration.ofSeconds(1));

        public Disk {
            requirePositive("packetboat.broker.disk-reserve", reserve);
            requirePositive("packetboat.broker.disk-scan-period", scanPeriod.toMillis());
        }
    }

    /**
     * How much of the heap messages may take.
     *
     * @param maxBytes over all addresses; beyond it every address pages
     * @param maxBytesPerAddress beyond it the one address pages to disk
     * @param pageSize bytes of one page file
     */
    public record Memory(long maxBytes, long maxBytesPerAddress, int pageSize) {

        public Memory {
            requirePositive("packetboat.broker.max-memory", maxBytes);
            requirePositive("packetboat.broker.max-memory-per-address", maxBytesPerAddress);
            requirePositive("packetboat.broker.page-size", pageSize);
        }

        /** A third of the heap in all, at most 20 MiB for each address, pages of 10 MiB. */
        public static Memory fromHeap() {
            return new Memory(Runtime.getRuntime().maxMemory() / 3, 20L << 20, 10 << 20);
        }
    }

    /**
     * What becomes of messages that are not consumed as hoped.
     *
     * @param maxAttempts deliveries before a message moves to the dead-letter queue, unless the queue says otherwise
     * @param deadLetterQueue the queue for messages that failed too often; itself never gives up on one
     * @param expiryScanPeriod how often queues without consumers are searched for expired messages
     */
    public record Delivery(int maxAttempts, String deadLetterQueue, Duration expiryScanPeriod) {
        /** 10 attempts, then {@code DLQ}; a scan every 30 s. */
        public static final Delivery DEFAULT = new Delivery(10, "DLQ", Duration.ofSeconds(30));

        public Delivery {
            requirePositive("packetboat.broker.max-delivery-attempts", maxAttempts);
            requirePositive("packetboat.broker.expiry-scan-period", expiryScanPeriod.toMillis());
            if (deadLetterQueue.isBlank()) {
                throw new InvalidValue("packetboat.broker.dead-letter-queue", "must not be empty");
            }
        }
    }

    /**
     * How the journal writes; every durable record is forced to the disk before it is answered, whatever is set here.
     *
     * @param bufferTimeout how long a write may wait for others to share its sync
     * @param bufferSize bytes; larger messages go to files of their own
     * @param fileSize bytes of one journal file
     * @param minFiles files kept ready
     */
    public record Journal(Duration bufferTimeout, int bufferSize, int fileSize, int minFiles) {
        /** 200 microseconds, 490 KiB, files of 10 MiB, at least two. */
        public static final Journal DEFAULT = new Journal(Duration.ofNanos(200_000), 501_760, 10 << 20, 2);

        public Journal {
            requirePositive("packetboat.broker.journal-buffer-timeout", bufferTimeout.toNanos());
            requirePositive("packetboat.broker.journal-buffer-size", bufferSize);
            requirePositive("packetboat.broker.journal-file-size", fileSize);
            if (minFiles < 2) {
                throw new InvalidValue("packetboat.broker.journal-min-files", "must be at least 2");
            }
        }
    }

    private static void requirePositive(String key, long value) {
        if (value <= 0) {
            throw new InvalidValue(key, "must be positive");
        }
    }
}
