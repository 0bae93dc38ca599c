package io.packetboat.it.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.client.Destination;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of adr/0004, as one step of a client each: who can express it, which rights it needs, and what is there to be
 * seen only if the right was held.
 *
 * <p>STOMP and MQTT have no browsers and no temporary destinations here, AMQP has no deletion of named destinations; MQTT
 * names no routing, so it reaches a queue only under a name that is a queue already.
 */
enum Row {
    SEND_TO_QUEUE(Doors.ALL, Map.of("sqs:SendMessage", (api, name) -> api.messages(name) > 0)) {
        @Override
        void prepare(AdminApi api, String name) throws Exception {
            api.createQueue(name);
        }

        @Override
        void act(Client client, String name) throws Exception {
            client.send(Destination.queue(name), "sent");
        }
    },
    CREATE_QUEUE_BY_SENDING(
            Doors.WITH_QUEUES,
            Map.of("sqs:SendMessage", (api, name) -> api.messages(name) > 0, "sqs:CreateQueue", AdminApi::hasQueue)) {
        @Override
        void act(Client client, String name) throws Exception {
            client.send(Destination.queue(name), "sent");
        }
    },
    CONSUME_FROM_QUEUE(
            Doors.WITH_QUEUES,
            Map.of(
                    "sqs:ReceiveMessage", (api, name) -> api.messages(name) == 0,
                    "sqs:DeleteMessage", (api, name) -> api.messages(name) == 0)) {
        @Override
        void prepare(AdminApi api, String name) throws Exception {
            api.createQueue(name);
            api.send(name, "waiting");
        }

        @Override
        void act(Client client, String name) throws Exception {
            client.consume(Destination.queue(name));
            assertThat(client.receive()).isEqualTo("waiting");
        }
    },
    BROWSE_QUEUE(Doors.JMS, Map.of("sqs:ReceiveMessage", Effect.NONE)) {
        @Override
        void prepare(AdminApi api, String name) throws Exception {
            api.createQueue(name);
            api.send(name, "waiting");
        }

        @Override
        void act(Client client, String name) throws Exception {
            assertThat(((JmsClient) client).browse(name)).hasSize(1);
        }
    },
    DELETE_QUEUE(EnumSet.of(Door.CORE, Door.OPENWIRE), Map.of("sqs:DeleteQueue", (api, name) -> !api.hasQueue(name))) {
        @Override
        void prepare(AdminApi api, String name) throws Exception {
            api.createQueue(name);
        }

        @Override
        void act(Client client, String name) throws Exception {
            JmsClient jms = (JmsClient) client;
            if (jms.isCore()) {
                jms.deleteByCore(name);
                return;
            }
            jms.deleteByOpenWire(Destination.queue(name));
        }
    },
    MAKE_TEMPORARY_QUEUE(Doors.JMS, Map.of("sqs:CreateQueue", Effect.NONE), "sqs:DeleteQueue") {
        @Override
        String resource(String name) {
            return "temporary/*";
        }

        @Override
        void act(Client client, String name) throws Exception {
            JmsClient jms = (JmsClient) client;
            jms.delete(jms.createTemporaryQueue());
        }
    },
    // AMQP's temporary queue ends with the link that made it, without an answer.
    DELETE_TEMPORARY_QUEUE(
            EnumSet.of(Door.CORE, Door.OPENWIRE), Map.of("sqs:DeleteQueue", Effect.NONE), "sqs:CreateQueue") {
        @Override
        String resource(String name) {
            return "temporary/*";
        }

        @Override
        void act(Client client, String name) throws Exception {
            JmsClient jms = (JmsClient) client;
            jms.delete(jms.createTemporaryQueue());
        }
    },
    PUBLISH_TO_TOPIC(Doors.ALL, Map.of("sns:Publish", (api, name) -> api.unheard(name) > 0)) {
        @Override
        void prepare(AdminApi api, String name) throws Exception {
            api.createTopic(name);
        }

        @Override
        void act(Client client, String name) throws Exception {
            client.send(Destination.topic(name), "published");
        }
    },
    CREATE_TOPIC_BY_PUBLISHING(
            Doors.ALL,
            Map.of("sns:Publish", (api, name) -> api.unheard(name) > 0, "sns:CreateTopic", AdminApi::hasTopic)) {
        @Override
        void act(Client client, String name) throws Exception {
            client.send(Destination.topic(name), "published");
        }
    },
    SUBSCRIBE_TO_TOPIC(Doors.ALL, Map.of("sns:Subscribe", Row::hearsProbe)) {
        @Override
        void prepare(AdminApi api, String name) throws Exception {
            api.createTopic(name);
        }

        @Override
        void act(Client client, String name) throws Exception {
            client.consume(Destination.topic(name));
        }
    },
    CREATE_TOPIC_BY_SUBSCRIBING(
            Doors.ALL, Map.of("sns:Subscribe", Row::hearsProbe, "sns:CreateTopic", AdminApi::hasTopic)) {
        @Override
        void act(Client client, String name) throws Exception {
            client.consume(Destination.topic(name));
        }
    },
    SUBSCRIBE_DURABLY(Doors.ALL, Map.of("sns:Subscribe", (api, name) -> api.subscriptions(name) > 0)) {
        @Override
        void prepare(AdminApi api, String name) throws Exception {
            api.createTopic(name);
        }

        @Override
        void act(Client client, String name) throws Exception {
            client.subscribeDurably(name, "subscription");
        }
    },
    END_DURABLE_SUBSCRIPTION(
            Doors.ALL, Map.of("sns:Unsubscribe", (api, name) -> api.subscriptions(name) == 0), "sns:Subscribe") {
        @Override
        void prepare(AdminApi api, String name) throws Exception {
            api.createTopic(name);
        }

        @Override
        void act(Client client, String name) throws Exception {
            client.subscribeDurably(name, "subscription");
            client.unsubscribe(name, "subscription");
        }

        @Override
        boolean refusesInWords(Door door) {
            // The detach of AMQP and the UNSUBACK of MQTT 3 carry no reason, and Artemis gives MQTT 5 an unspecified
            // one.
            return door == Door.CORE || door == Door.OPENWIRE || door == Door.STOMP;
        }
    },
    DELETE_TOPIC(EnumSet.of(Door.OPENWIRE), Map.of("sns:DeleteTopic", (api, name) -> !api.hasTopic(name))) {
        @Override
        void prepare(AdminApi api, String name) throws Exception {
            api.createTopic(name);
        }

        @Override
        void act(Client client, String name) throws Exception {
            ((JmsClient) client).deleteByOpenWire(Destination.topic(name));
        }
    },
    MANAGE_BROKER(Doors.WITH_QUEUES, Map.of("packetboat:AdminManage", AdminApi::hasTopic)) {
        @Override
        String resource(String name) {
            return "broker";
        }

        @Override
        void act(Client client, String name) throws Exception {
            Destination management = Destination.queue("activemq.management");
            String parameters = "[\"" + name + "\",\"MULTICAST\"]";
            if (client instanceof StompClient stomp) {
                stomp.send(management, MANAGEMENT_CALL, parameters);
                return;
            }
            Session session = ((JmsClient) client).session();
            Message call = session.createTextMessage(parameters);
            for (Map.Entry<String, String> property : MANAGEMENT_CALL.entrySet()) {
                call.setStringProperty(property.getKey(), property.getValue());
            }
            ((JmsClient) client).send(management, call);
        }
    };

    private static final Map<String, String> MANAGEMENT_CALL =
            Map.of("_AMQ_ResourceName", "broker", "_AMQ_OperationName", "createAddress");

    private final Set<Door> doors;
    private final Map<String, Effect> needed;
    private final List<String> prerequisites;

    Row(Set<Door> doors, Map<String, Effect> needed, String... prerequisites) {
        this.doors = doors;
        this.needed = needed;
        this.prerequisites = List.of(prerequisites);
    }

    /** What the administrator does before. */
    void prepare(AdminApi api, String name) throws Exception {
        // Most steps that create something start from nothing.
    }

    /** The step, whole. */
    abstract void act(Client client, String name) throws Exception;

    /** What the rights are on. */
    String resource(String name) {
        return name;
    }

    /** Whether the protocol can say that it refused; otherwise it shows only by nothing having changed. */
    boolean refusesInWords(Door door) {
        return true;
    }

    Set<Door> doors() {
        return doors;
    }

    Map<String, Effect> needed() {
        return needed;
    }

    /** All that the step needs, without one of it. */
    List<String> rightsWithout(String missing) {
        List<String> rights = new ArrayList<>(needed.keySet());
        rights.addAll(prerequisites);
        rights.remove(missing);
        return rights;
    }

    private static boolean hearsProbe(AdminApi api, String name) throws Exception {
        if (!api.hasTopic(name)) {
            return false;
        }
        int before = api.heard(name);
        api.publish(name, "probe");
        return api.heard(name) > before;
    }

    /** What changes only by the right's leave. */
    interface Effect {
        /** A step that changes nothing to be seen from outside: the refusal itself is all. */
        Effect NONE = (api, name) -> false;

        boolean seen(AdminApi api, String name) throws Exception;
    }

    private static final class Doors {
        static final Set<Door> ALL = EnumSet.allOf(Door.class);
        static final Set<Door> JMS = EnumSet.of(Door.AMQP, Door.CORE, Door.OPENWIRE);
        static final Set<Door> MQTT = EnumSet.of(Door.MQTT_3, Door.MQTT_5);
        static final Set<Door> WITH_QUEUES = EnumSet.complementOf(EnumSet.copyOf(MQTT));
    }
}
