package io.packetboat.admin.message;

import io.packetboat.kernel.messaging.MessageContent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** The body of a stored message. */
@Schema(
        name = "Body",
        description = "`type` tells which: text, bytes, mapping, listing, serialized, empty or withheld.",
        oneOf = {
            BodyRepresentation.Text.class,
            BodyRepresentation.Bytes.class,
            BodyRepresentation.Mapping.class,
            BodyRepresentation.Listing.class,
            BodyRepresentation.Serialized.class,
            BodyRepresentation.Empty.class,
            BodyRepresentation.Withheld.class
        })
public sealed interface BodyRepresentation {

    /** JMS text, an AMQP string, UTF-8. */
    @Schema(
            name = "TextBody",
            requiredProperties = {"type", "text"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "text"))
    record Text(String text) implements BodyRepresentation {}

    /** Raw bytes. */
    @Schema(
            name = "BytesBody",
            requiredProperties = {"type", "base64"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "bytes"))
    record Bytes(String base64) implements BodyRepresentation {}

    /** A JMS or AMQP map. */
    @Schema(
            name = "MappingBody",
            requiredProperties = {"type", "entries"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "mapping"))
    record Mapping(
            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject entries) implements BodyRepresentation {}

    /** A JMS stream or AMQP list. */
    @Schema(
            name = "ListingBody",
            requiredProperties = {"type", "values"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "listing"))
    record Listing(List<JsonValue> values) implements BodyRepresentation {}

    /** A serialised Java object, unopened. */
    @Schema(
            name = "SerializedBody",
            requiredProperties = {"type", "base64"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "serialized"))
    record Serialized(String base64) implements BodyRepresentation {}

    /** No body at all. */
    @Schema(
            name = "EmptyBody",
            requiredProperties = "type",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "empty"))
    record Empty() implements BodyRepresentation {}

    /** Not shown. */
    @Schema(
            name = "WithheldBody",
            requiredProperties = {"type", "why"},
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "withheld"))
    record Withheld(String why) implements BodyRepresentation {}

    static BodyRepresentation of(MessageContent content) {
        if (content instanceof MessageContent.Text text) {
            return new Text(text.text());
        }
        if (content instanceof MessageContent.Bytes bytes) {
            return new Bytes(base64(bytes.bytes()));
        }
        if (content instanceof MessageContent.Mapping mapping) {
            return new Mapping(PlainValues.json(mapping.entries()));
        }
        if (content instanceof MessageContent.Listing listing) {
            return new Listing(listing.values().stream().map(PlainValues::json).toList());
        }
        if (content instanceof MessageContent.Serialized serialized) {
            return new Serialized(base64(serialized.bytes()));
        }
        if (content instanceof MessageContent.Withheld withheld) {
            return new Withheld(withheld.why());
        }
        return new Empty();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
