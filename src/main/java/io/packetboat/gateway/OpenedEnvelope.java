package io.packetboat.gateway;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.push.PushEntry;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;

/** The parts of an envelope, as it waits in a subscription's queue. */
record OpenedEnvelope(JsonObject fields) {
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Raises {@link InvalidValue} for an entry that has no envelope. */
    static OpenedEnvelope of(PushEntry entry) {
        try (JsonReader reader = JSON.createReader(new StringReader(entry.body()))) {
            return new OpenedEnvelope(reader.readObject());
        } catch (JsonException e) {
            throw new InvalidValue("envelope", "must be a JSON object");
        }
    }

    /** What was published, for this protocol. */
    String message() {
        return require("Message");
    }

    Optional<String> subject() {
        return find("Subject");
    }

    /** The link that ends the subscription. */
    Optional<String> unsubscribeUrl() {
        return find("UnsubscribeURL");
    }

    /** Empty if there are none. */
    JsonObject attributes() {
        return fields.containsKey("MessageAttributes")
                ? fields.getJsonObject("MessageAttributes")
                : JsonObject.EMPTY_JSON_OBJECT;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(fields.getString(name, null));
    }

    /** Raises {@link InvalidValue} if it is not there. */
    String require(String name) {
        return find(name).orElseThrow(() -> new InvalidValue("envelope", "must have a " + name));
    }
}
