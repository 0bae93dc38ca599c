package io.packetboat.it.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.TemporaryQueue;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user with rights somewhere reaches beyond them: nothing. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class TrespassIT {
    private static final List<String> EVERYTHING = List.of("sqs:*", "sns:*");
    private static final Login ADMIN = new Login(Admin.USER, Admin.PASSWORD);

    private final String user = "trespasser-" + UUID.randomUUID();
    private Login login = new Login("", "");

    @BeforeAll
    void makeTheUser(PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        api.createUser(user, "Passw0rd-" + user);
        login = api.createAccessKey(user);
    }

    @AfterAll
    void deleteTheUser(PacketboatServer server) throws Exception {
        new AdminApi(server).deleteUser(user);
    }

    @ParameterizedTest
    @EnumSource(
            value = Door.class,
            names = {"MQTT_3", "MQTT_5"})
    void mqttSubscriberOfAQueuesNameReachesNothingOfTheQueue(Door door, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        String queue = newName();
        api.createQueue(queue);
        api.send(queue, "precious");
        api.allow(user, List.of("sns:*"), "*");

        try (Client client = door.open(server, login)) {
            client.consume(Destination.topic(queue));
            client.send(Destination.topic(queue), "published");
            assertThat(client.receive()).isEqualTo("published");
        }

        assertThat(api.messages(queue)).isOne();
    }

    // Not MQTT, which knows topics alone.
    @ParameterizedTest
    @EnumSource(value = Door.class, mode = Mode.MATCH_NONE, names = "MQTT.*")
    void refusedSubscriptionDeletesNoQueueAndNoMessage(Door door, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        String queue = newName();
        api.createQueue(queue);
        api.send(queue, "precious");
        api.allow(user, List.of("sns:*"), "*");

        try (Client client = door.open(server, login)) {
            assertThatThrownBy(() -> client.consume(Destination.queue(queue))).isInstanceOf(Refused.class);
        }

        assertThat(api.messages(queue)).isOne();
    }

    @ParameterizedTest
    @EnumSource(value = Door.class, mode = Mode.MATCH_NONE, names = "MQTT.*")
    void rightsOnTheTopicReachNothingOfTheQueueOfItsName(Door door, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        String name = newName();
        api.createQueue(name);
        api.createTopic(name);
        api.allow(user, List.of("sns:*"), name);

        try (Client client = door.open(server, login)) {
            client.send(Destination.topic(name), "published");
            assertThatThrownBy(() -> client.send(Destination.queue(name), "sent"))
                    .isInstanceOf(Refused.class);
        }

        assertThat(api.unheard(name)).isOne();
        assertThat(api.messages(name)).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Door.class, mode = Mode.MATCH_NONE, names = "MQTT.*")
    void rightsOnTheQueueReachNothingOfTheTopicOfItsName(Door door, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        String name = newName();
        api.createQueue(name);
        api.createTopic(name);
        api.allow(user, List.of("sqs:*"), name);

        try (Client subscriber = door.open(server, ADMIN);
                Client client = door.open(server, login)) {
            subscriber.consume(Destination.topic(name));
            client.send(Destination.queue(name), "sent");
            assertThatThrownBy(() -> client.send(Destination.topic(name), "published"))
                    .isInstanceOf(Refused.class);
            subscriber.send(Destination.topic(name), "first that arrives");

            assertThat(subscriber.receive()).isEqualTo("first that arrives");
        }

        assertThat(api.messages(name)).isOne();
    }

    @Test
    void openWireUnsubscribeEndsNobodysSubscriptionAndDeletesNoQueue(PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        String name = newName().replace('.', '-');
        api.createTopic(name);
        api.createQueue(name + ".queue");
        api.send(name + ".queue", "precious");
        api.allow(user, EVERYTHING, newName());

        // The client's id and the subscription's name make up the name of the queue that is deleted.
        try (Client owner = Door.OPENWIRE.open(server, ADMIN, name + "-owner", false)) {
            owner.subscribeDurably(name, "subscription");
        }
        try (JmsClient client = (JmsClient) Door.OPENWIRE.open(server, login, name + "-owner", false)) {
            assertThatThrownBy(() -> client.unsubscribe(name, "subscription")).isInstanceOf(Refused.class);
        }
        try (JmsClient client = (JmsClient) Door.OPENWIRE.open(server, login, name, false)) {
            assertThatThrownBy(() -> client.unsubscribe(name, "queue")).isInstanceOf(Refused.class);
        }

        assertThat(api.subscriptions(name)).isOne();
        assertThat(api.messages(name + ".queue")).isOne();
    }

    @ParameterizedTest
    @EnumSource(value = Door.class, mode = Mode.MATCH_NONE, names = "MQTT.*")
    void consumersReachOnlyTheSideOfANameThatTheyMay(Door door, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        String name = newName();
        api.createQueue(name);
        api.createTopic(name);
        api.send(name, "precious");

        api.allow(user, List.of("sns:*"), name);
        try (Client client = door.open(server, login)) {
            assertThatThrownBy(() -> client.consume(Destination.queue(name))).isInstanceOf(Refused.class);
        }
        api.allow(user, List.of("sqs:*"), name);
        try (Client client = door.open(server, login)) {
            assertThatThrownBy(() -> client.consume(Destination.topic(name))).isInstanceOf(Refused.class);
        }

        assertThat(api.messages(name)).isOne();
    }

    @ParameterizedTest
    @EnumSource(value = Door.class, mode = Mode.MATCH_NONE, names = "MQTT.*")
    void nobodyWithoutTheRightMakesAQueueBesideATopic(Door door, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        String name = newName();
        api.createTopic(name);
        api.allow(user, List.of("sns:*", "sqs:ReceiveMessage", "sqs:DeleteMessage"), name);

        try (Client client = door.open(server, login)) {
            assertThatThrownBy(() -> client.consume(Destination.queue(name))).isInstanceOf(Refused.class);
        }

        assertThat(api.hasQueue(name)).isFalse();
    }

    // MQTT refuses the client id itself, see MqttSessionIT.
    @ParameterizedTest
    @EnumSource(value = Door.class, mode = Mode.MATCH_NONE, names = "MQTT.*")
    void durableSubscriptionIsNotReadByAnotherUserOfTheClientId(Door door, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        String name = newName();
        String ownTopic = newName();
        api.createTopic(name);
        api.createTopic(ownTopic);
        api.allow(user, EVERYTHING, ownTopic);
        try (Client owner = door.open(server, ADMIN, name, false)) {
            owner.subscribeDurably(name, "subscription");
        }
        api.publish(name, "precious");

        try (Client client = door.open(server, login, name, false)) {
            assertThatThrownBy(() -> client.subscribeDurably(name, "subscription"))
                    .isInstanceOf(Refused.class);
        }
        // To the topic that it may read, under the same name: in JMS that would end the former subscription.
        try (Client client = door.open(server, login, name, false)) {
            assertThatThrownBy(() -> client.subscribeDurably(ownTopic, "subscription"))
                    .isInstanceOfAny(Refused.class, JMSException.class);
        }

        try (Client owner = door.open(server, ADMIN, name, false)) {
            owner.subscribeDurably(name, "subscription");
            assertThat(owner.receive()).isEqualTo("precious");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("internalAddresses")
    void brokersOwnAddressesAreClosedToWhoeverMayEverythingElse(Door door, String address, PacketboatServer server)
            throws Exception {
        new AdminApi(server).allow(user, EVERYTHING, "*");

        try (Client client = door.open(server, login)) {
            // Some are refused for what they are (no queue, no topic) before anybody asks for the right.
            assertThatThrownBy(() -> client.send(Destination.queue(address), "command"))
                    .isInstanceOfAny(Refused.class, JMSException.class);
        }
        try (Client client = door.open(server, login)) {
            assertThatThrownBy(() -> client.consume(Destination.topic(address)))
                    .isInstanceOfAny(Refused.class, JMSException.class);
        }
    }

    static Stream<Arguments> internalAddresses() {
        return Stream.of(Door.values())
                .flatMap(door -> Stream.of("activemq.management", "activemq.notifications", "$sys.mqtt.sessions")
                        .map(address -> Arguments.of(door, address)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Door.class,
            // OpenWire's client refuses by itself.
            names = {"AMQP", "CORE"})
    void temporaryQueueIsItsMakersAlone(Door door, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        api.allow(user, EVERYTHING, "*");
        String other = "requester-" + UUID.randomUUID();
        api.createUser(other, "Passw0rd-" + other);
        api.allow(other, EVERYTHING, "*");
        Login requester = api.createAccessKey(other);

        try (JmsClient asking = (JmsClient) door.open(server, requester);
                Client listening = door.open(server, login)) {
            TemporaryQueue reply = asking.createTemporaryQueue();
            asking.consume(reply);

            assertThatThrownBy(() -> listening.consume(Destination.queue(reply.getQueueName())))
                    .isInstanceOf(Refused.class);

            listening.send(Destination.queue(reply.getQueueName()), "reply");
            assertThat(asking.receive()).isEqualTo("reply");
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void wildcardReachesNothingBeyondWhatIsAllowed(Door door, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        String name = newName();
        api.createTopic(name + ".eu");
        api.allow(user, EVERYTHING, name + ".eu");

        try (Client client = door.open(server, login)) {
            assertThatThrownBy(() ->
                            client.consume(Destination.topic(name + (isMqtt(door) ? "/#" : everythingBelow(door)))))
                    .isInstanceOf(Refused.class);
        }
    }

    private static boolean isMqtt(Door door) {
        return door == Door.MQTT_3 || door == Door.MQTT_5;
    }

    private static String everythingBelow(Door door) {
        return door == Door.OPENWIRE ? ".>" : ".#";
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void deadLettersOfAllAreNotReadByWhoeverOwnsOneQueue(Door door, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        api.allow(user, EVERYTHING, newName());
        int before = api.messages("DLQ");

        try (Client client = door.open(server, login)) {
            assertThatThrownBy(() -> client.consume(Destination.queue("DLQ"))).isInstanceOf(Refused.class);
        }

        assertThat(api.hasQueue("DLQ")).isTrue();
        assertThat(api.messages("DLQ")).isEqualTo(before);
    }

    private static String newName() {
        return "trespass." + UUID.randomUUID().toString().substring(0, 13);
    }
}
