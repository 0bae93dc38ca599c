package io.packetboat.liberty;

import io.packetboat.broker.BrokerConfig;
import io.packetboat.kernel.QueueName;
import java.time.Duration;
import java.util.List;

/** Journal, memory, disk and delivery of the broker. */
final class BrokerSettings {
    static final Setting<Long> DISK_RESERVE = new Setting<>(
            "packetboat.broker.disk-reserve",
            "1GiB",
            "size",
            "Producers are blocked while less than this is free on the data directory's disk.",
            Units::size);
    static final Setting<Duration> DISK_SCAN_PERIOD = new Setting<>(
            "packetboat.broker.disk-scan-period",
            "1s",
            "duration",
            "How often the free space is read.",
            Units.duration("10ms", "1d"));
    static final Setting<Integer> MAX_MEMORY_PERCENT = new Setting<>(
            "packetboat.broker.max-memory-percent",
            "33",
            "percent of the heap",
            "What messages may take of the heap over all queues; beyond it they page to disk.",
            Units.integer(1, 80));
    static final Setting<Long> MAX_MEMORY_PER_ADDRESS = new Setting<>(
            "packetboat.broker.max-memory-per-address",
            "20MiB",
            "size",
            "What messages of one queue or topic may take of the heap; beyond it they page to disk.",
            Units::size);
    static final Setting<Integer> PAGE_SIZE = new Setting<>(
            "packetboat.broker.page-size", "10MiB", "size", "The size of one page file.", Units.size("1KiB", "1GiB"));
    static final Setting<Integer> MAX_DELIVERY_ATTEMPTS = new Setting<>(
            "packetboat.broker.max-delivery-attempts",
            "10",
            "number",
            "Deliveries of a message before it moves to the dead-letter queue, unless the queue says otherwise.",
            Units.integer(1, 1_000_000));
    static final Setting<String> DEAD_LETTER_QUEUE = new Setting<>(
            "packetboat.broker.dead-letter-queue",
            "DLQ",
            "queue name",
            "Where messages go that failed too often.",
            Units.text(QueueName::new));
    static final Setting<Duration> EXPIRY_SCAN_PERIOD = new Setting<>(
            "packetboat.broker.expiry-scan-period",
            "30s",
            "duration",
            "How often queues without consumers are searched for expired messages.",
            Units.duration("10ms", "1d"));
    static final Setting<Duration> JOURNAL_BUFFER_TIMEOUT = new Setting<>(
            "packetboat.broker.journal-buffer-timeout",
            "200us",
            "duration",
            "How long a write may wait for others to share its sync to disk.",
            Units.duration("1us", "1s"));
    static final List<Setting<?>> ALL = List.of(
            DISK_RESERVE,
            DISK_SCAN_PERIOD,
            MAX_MEMORY_PERCENT,
            MAX_MEMORY_PER_ADDRESS,
            PAGE_SIZE,
            MAX_DELIVERY_ATTEMPTS,
            DEAD_LETTER_QUEUE,
            EXPIRY_SCAN_PERIOD,
            JOURNAL_BUFFER_TIMEOUT);

    private BrokerSettings() {}

    static BrokerConfig config(Configuration values, long maxHeap) {
        BrokerConfig.Journal journal = BrokerConfig.Journal.DEFAULT;
        return new BrokerConfig(
                "packetboat",
                values.value(NodeSettings.DATA_DIRECTORY),
                true,
                new BrokerConfig.Disk(values.value(DISK_RESERVE), values.value(DISK_SCAN_PERIOD)),
                new BrokerConfig.Memory(
                        maxHeap / 100 * values.value(MAX_MEMORY_PERCENT),
                        values.value(MAX_MEMORY_PER_ADDRESS),
                        values.value(PAGE_SIZE)),
                new BrokerConfig.Delivery(
                        values.value(MAX_DELIVERY_ATTEMPTS),
                        values.value(DEAD_LETTER_QUEUE),
                        values.value(EXPIRY_SCAN_PERIOD)),
                new BrokerConfig.Journal(
                        values.value(JOURNAL_BUFFER_TIMEOUT),
                        journal.bufferSize(),
                        journal.fileSize(),
                        journal.minFiles()));
    }
}
