package io.packetboat.broker;

import io.packetboat.broker.fanout.TopicIntakes;
import io.packetboat.broker.transport.GuardedAcceptorFactory;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** Our configuration in Artemis' words: every decision that differs from Artemis' defaults stands here, with its reason. */
final class ArtemisSettings {
    private ArtemisSettings() {}

    static Configuration of(BrokerConfig config, List<Listener> listeners) {
        Configuration artemis = new ConfigurationImpl()
                .setName(config.nodeName())
                .setPersistenceEnabled(config.persistent())
                .setSecurityEnabled(true)
                // No cache: a changed right must bite at once, and identity answers from memory anyway.
                .setAuthenticationCacheSize(0)
                .setAuthorizationCacheSize(0)
                // Nobody may guess the user that Artemis trusts blindly.
                .setClusterUser(UUID.randomUUID().toString())
                .setClusterPassword(UUID.randomUUID().toString())
                .setJMXManagementEnabled(false)
                .setSuppressSessionNotifications(true)
                // MQTT sessions and wills end on time; with Artemis' five seconds they are late by as much.
                .setMqttSessionScanInterval(500)
                .setMessageExpiryScanPeriod(config.delivery().expiryScanPeriod().toMillis())
                // Delivery counts survive a crash for as many attempts as there may be.
                .setMaxRedeliveryRecords(-1)
                .setCriticalAnalyzer(true)
                // A hang is reported to the observers, who end the process; halting the JVM would skip their last
                // words.
                .setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
        storage(artemis, config);
        artemis.addAddressSetting("#", everyAddress(config));
        // OpenWire's Consumer.app.VirtualTopic.x may come before anybody has published; its queue belongs to a topic.
        artemis.addAddressSetting(
                "VirtualTopic.#", new AddressSettings().setDefaultAddressRoutingType(RoutingType.MULTICAST));
        // How often a notification is tried is its subscription's say, which may be 100,000 times.
        artemis.addAddressSetting(TopicIntakes.OWN_NAMES + "#", new AddressSettings().setMaxDeliveryAttempts(-1));
        deadLetters(artemis, config.delivery());
        for (Listener listener : listeners) {
            artemis.addAcceptorConfiguration(acceptor(listener));
        }
        return artemis;
    }

    private static void storage(Configuration artemis, BrokerConfig config) {
        BrokerConfig.Journal journal = config.journal();
        artemis.setJournalDirectory(folder(config, "journal"))
                .setBindingsDirectory(folder(config, "bindings"))
                .setPagingDirectory(folder(config, "paging"))
                .setLargeMessagesDirectory(folder(config, "large-messages"))
                .setNodeManagerLockDirectory(folder(config, "journal"))
                .setJournalType(JournalType.NIO)
                .setJournalDatasync(true)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setLargeMessageSync(true)
                .setJournalBufferTimeout_NIO((int) journal.bufferTimeout().toNanos())
                // Artemis copies it from the journal only when it reads a broker.xml; 3.3 ms per paged message else.
                .setPageSyncTimeout((int) journal.bufferTimeout().toNanos())
                .setJournalBufferSize_NIO(journal.bufferSize())
                .setJournalFileSize(journal.fileSize())
                .setJournalMinFiles(journal.minFiles())
                .setGlobalMaxSize(config.memory().maxBytes())
                .setMinDiskFree(config.disk().reserve())
                .setMaxDiskUsage(-1)
                .setDiskScanPeriod((int) config.disk().scanPeriod().toMillis());
    }

    private static String folder(BrokerConfig config, String name) {
        return new File(config.dataDirectory().toFile(), name).getAbsolutePath();
    }

    private static AddressSettings everyAddress(BrokerConfig config) {
        return new AddressSettings()
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                // A named queue or topic stays until somebody deletes it; temporary ones still go with their
                // connection.
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoDeleteCreatedQueues(false)
                // A name without a type means the queue.
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                // Artemis' own default, since its STOMP subscribes to a topic with a queue of no routing of its own.
                .setDefaultQueueRoutingType(RoutingType.MULTICAST)
                .setMaxDeliveryAttempts(config.delivery().maxAttempts())
                .setDeadLetterAddress(SimpleString.of(config.delivery().deadLetterQueue()))
                // Empty, not absent: an expired message ends, as its sender wished, without a warning for every queue.
                .setExpiryAddress(SimpleString.of(""))
                // Artemis' 8192 takes 32 KB of heap for each queue, idle ones too: 20,000 queues used up 1 GiB.
                .setInitialQueueBufferSize(128)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(config.memory().maxBytesPerAddress())
                .setPageSizeBytes(config.memory().pageSize())
                // With a bound, messages held in flight stop all reading from pages, and delivery stalls.
                .setMaxReadPageBytes(-1)
                .setMaxReadPageMessages(-1);
    }

    private static void deadLetters(Configuration artemis, BrokerConfig.Delivery delivery) {
        String name = delivery.deadLetterQueue();
        artemis.addAddressSetting(name, new AddressSettings().setMaxDeliveryAttempts(-1));
        artemis.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST)));
    }

    private static TransportConfiguration acceptor(Listener listener) {
        Map<String, Object> transport = new HashMap<>(listener.transport());
        transport.put(TransportConstants.HOST_PROP_NAME, listener.host());
        transport.put(TransportConstants.PORT_PROP_NAME, listener.port());
        transport.put(TransportConstants.PROTOCOLS_PROP_NAME, listener.protocolList());
        // We start acceptors ourselves, one by one, to say which port could not be opened.
        transport.put(TransportConstants.AUTO_START, false);
        return new TransportConfiguration(
                GuardedAcceptorFactory.class.getName(), transport, listener.name(), new HashMap<>());
    }
}
