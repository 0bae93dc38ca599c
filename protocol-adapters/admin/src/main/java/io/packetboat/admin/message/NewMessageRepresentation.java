package io.packetboat.admin.message;

import io.packetboat.admin.json.Seconds;
import io.packetboat.kernel.messaging.NewMessage;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message to send. The textual form shows nothing of it. */
@Schema(name = "NewMessage", requiredProperties = "body")
public record NewMessageRepresentation(
        NewBody body,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description = "By name; values are strings, numbers and booleans.")
        Optional<JsonObject> properties,

        Optional<String> correlationId,

        @Schema(description = "0 to 9; 4 unless given.", minimum = "0", maximum = "9")
        Optional<Integer> priority,

        @Schema(description = "Whether it survives a restart; true unless given.")
        Optional<Boolean> durable,

        @Schema(description = "After how many seconds it ends unread; never unless given.", minimum = "0.001")
        Optional<Double> timeToLiveSeconds) {
    private static final int USUAL_PRIORITY = 4;

    /** The message in the broker's words; raises {@link io.packetboat.kernel.InvalidValue}. */
    public NewMessage message() {
        return new NewMessage(
                body.content(),
                properties.map(values -> PlainValues.java("properties", values)).orElse(Map.of()),
                correlationId,
                priority.orElse(USUAL_PRIORITY),
                durable.orElse(true),
                timeToLiveSeconds.map(value -> Seconds.positive("timeToLiveSeconds", value)));
    }

    @Override
    public String toString() {
        return "NewMessageRepresentation[hidden]";
    }
}
