package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import jakarta.jms.JMSContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagingTest {
    private static final int COUNT = 2_000;

    @TempDir
    Path directory;

    @Test
    void aQueueLargerThanItsMemoryPagesToDiskAndLosesNothingOverARestart() throws Exception {
        BrokerConfig config =
                TestingBroker.config(directory).with(new BrokerConfig.Memory(1 << 20, 256 << 10, 128 << 10));
        try (TestingBroker testing = new TestingBroker(config)) {
            testing.broker().start();
            try (JMSContext jms = testing.clientsOf("ada").createContext(JMSContext.SESSION_TRANSACTED)) {
                for (int number = 0; number < COUNT; number++) {
                    jms.createProducer().setProperty("number", number).send(jms.createQueue("orders"), new byte[1024]);
                }
                jms.commit();
            }
            try (Stream<Path> files = Files.walk(directory.resolve("paging"))) {
                assertThat(files.filter(file -> file.toString().endsWith(".page")))
                        .isNotEmpty();
            }
            assertThat(testing.broker()
                            .messages()
                            .browse(new QueueName("orders"), PageRequest.first(1_000))
                            .orElseThrow()
                            .items())
                    .hasSize(1_000);
        }
        try (TestingBroker testing = new TestingBroker(config)) {
            testing.broker().start();
            try (JMSContext jms = testing.clientsOf("ada").createContext(JMSContext.SESSION_TRANSACTED);
                    var consumer = jms.createConsumer(jms.createQueue("orders"))) {
                for (int number = 0; number < COUNT; number++) {
                    assertThat(consumer.receive(60_000).getIntProperty("number"))
                            .isEqualTo(number);
                }
                jms.commit();
            }
        }
    }
}
