package io.packetboat.admin.message;

import io.packetboat.kernel.messaging.StoredMessage;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message as a queue holds it. The textual form shows its id alone. */
@Schema(
        name = "Message",
        requiredProperties = {"id", "address", "body", "properties", "headers"})
public record MessageRepresentation(
        @Schema(description = "The broker's number for it, unique in this broker.")
        String id,

        @Schema(description = "Where it was sent to.") String address,

        BodyRepresentation body,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description = "What the sender attached, by name; bytes are an object with the field base64.")
        JsonObject properties,

        Headers headers,

        @Schema(description = "Where it lay before it was moved here.")
        Optional<Origin> origin) {

    static MessageRepresentation of(StoredMessage message) {
        return new MessageRepresentation(
                Long.toString(message.id()),
                message.address(),
                BodyRepresentation.of(message.content()),
                PlainValues.json(message.properties()),
                Headers.of(message.headers()),
                message.origin().map(Origin::of));
    }

    @Override
    public String toString() {
        return "MessageRepresentation[id=" + id + "]";
    }

    /** What the messaging system itself knows of a message. */
    @Schema(
            name = "MessageHeaders",
            requiredProperties = {"timestamp", "priority", "durable", "sizeBytes", "deliveries"})
    public record Headers(
            @Schema(description = "The sender's identification, as JMS shows it.")
            Optional<String> messageId,

            Optional<String> correlationId,
            Optional<String> replyTo,
            Optional<String> groupId,
            @Schema(description = "When it was sent.") Instant timestamp,

            @Schema(description = "When it ends unread.") Optional<Instant> expires,

            @Schema(description = "Until when it is held back.")
            Optional<Instant> scheduled,

            @Schema(description = "0 to 9") int priority,

            @Schema(description = "Whether it survives a restart.")
            boolean durable,

            @Schema(description = "As stored, in bytes.") long sizeBytes,

            @Schema(description = "How often it was handed to a consumer this far.")
            int deliveries) {

        static Headers of(StoredMessage.Headers headers) {
            return new Headers(
                    headers.messageId(),
                    headers.correlationId(),
                    headers.replyTo(),
                    headers.groupId(),
                    headers.timestamp(),
                    headers.expires(),
                    headers.scheduled(),
                    headers.priority(),
                    headers.durable(),
                    headers.size(),
                    headers.deliveries());
        }
    }

    /** Where a moved message lay before. */
    @Schema(
            name = "MessageOrigin",
            requiredProperties = {"address", "queueName", "id"})
    public record Origin(
            @Schema(description = "Where it was sent to: a queue or a topic.")
            String address,

            @Schema(description = "The queue that held it; a subscription's own one for a topic.")
            String queueName,

            @Schema(description = "Its id there.") String id,

            @Schema(description = "Why it is here, for dead letters.", examples = "MaxDeliveryAttempts")
            Optional<String> reason) {

        static Origin of(StoredMessage.Origin origin) {
            return new Origin(origin.address(), origin.queue(), Long.toString(origin.id()), origin.reason());
        }
    }
}
