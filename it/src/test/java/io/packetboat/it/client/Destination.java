package io.packetboat.it.client;

/** A queue or a topic under the name that all protocols but MQTT write alike. */
public record Destination(Kind kind, String name) {
    /** Which of the two. */
    public enum Kind {
        QUEUE,
        TOPIC
    }

    public static Destination queue(String name) {
        return new Destination(Kind.QUEUE, name);
    }

    public static Destination topic(String name) {
        return new Destination(Kind.TOPIC, name);
    }

    /** As STOMP clients of ActiveMQ write it. */
    public String path() {
        return (kind == Kind.QUEUE ? "/queue/" : "/topic/") + name;
    }

    /** As MQTT writes it. */
    String slashed() {
        return name.replace('.', '/');
    }
}
