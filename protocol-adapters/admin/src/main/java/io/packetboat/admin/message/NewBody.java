package io.packetboat.admin.message;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.messaging.MessageContent;
import jakarta.json.JsonObject;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** The body of a message to send. */
@Schema(
        name = "NewBody",
        description = "`type` tells which: text, bytes, mapping or empty.",
        oneOf = {NewBody.Text.class, NewBody.Bytes.class, NewBody.Mapping.class, NewBody.Empty.class})
public sealed interface NewBody {

    /** What the body is in the broker's words; raises {@link InvalidValue}. */
    MessageContent content();

    /** Arrives as text on every protocol. */
    @Schema(
            name = "NewTextBody",
            requiredProperties = {"type", "text"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "text"))
    record Text(String text) implements NewBody {
        @Override
        public MessageContent content() {
            return new MessageContent.Text(text);
        }
    }

    /** Arrives as bytes on every protocol. */
    @Schema(
            name = "NewBytesBody",
            requiredProperties = {"type", "base64"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "bytes"))
    record Bytes(String base64) implements NewBody {
        @Override
        public MessageContent content() {
            try {
                return new MessageContent.Bytes(Base64.getDecoder().decode(base64));
            } catch (IllegalArgumentException e) {
                throw new InvalidValue("body.base64", "must be base64");
            }
        }
    }

    /** Arrives as a JMS map or an AMQP map. */
    @Schema(
            name = "NewMappingBody",
            requiredProperties = {"type", "entries"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "mapping"))
    record Mapping(
            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "Values are strings, numbers and booleans.")
            JsonObject entries)
            implements NewBody {
        @Override
        public MessageContent content() {
            return new MessageContent.Mapping(PlainValues.java("body.entries", entries));
        }
    }

    /** No body at all. */
    @Schema(
            name = "NewEmptyBody",
            requiredProperties = "type",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "empty"))
    record Empty() implements NewBody {
        @Override
        public MessageContent content() {
            return new MessageContent.Empty();
        }
    }
}
