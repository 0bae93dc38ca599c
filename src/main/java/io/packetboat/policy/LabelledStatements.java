package io.packetboat.policy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/** The statements of a resource's policy as AddPermission and RemovePermission of SQS and SNS change them; immutable. */
public final class LabelledStatements {
    private final Optional<JsonObject> document;
    private final List<JsonValue> statements;

    private LabelledStatements(Optional<JsonObject> document) {
        this.document = document;
        this.statements = document.map(present -> present.get("Statement"))
                .map(value -> value instanceof JsonArray array ? array : List.of(value))
                .orElseGet(List::of);
    }

    /** Those of a policy, or none. */
    public static LabelledStatements of(Optional<ResourcePolicy> policy) {
        return new LabelledStatements(policy.map(present -> read(present.text())));
    }

    private static JsonObject read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    public int size() {
        return statements.size();
    }

    public boolean contains(String label) {
        return statements.stream().anyMatch(statement -> isLabelled(statement, label));
    }

    private static boolean isLabelled(JsonValue statement, String label) {
        return statement.asJsonObject().getString("Sid", "").equals(label);
    }

    /**
     * The policy with one more statement; raises {@link PolicyRefused} for more than a policy can hold.
     *
     * @param version of the document, if there is none yet
     * @param id of the document, if there is none yet
     */
    public ResourcePolicy with(LabelledStatement added, String version, String id) {
        JsonObject frame = document.orElseGet(() ->
                Json.createObjectBuilder().add("Version", version).add("Id", id).build());
        JsonArrayBuilder all = Json.createArrayBuilder();
        statements.forEach(all::add);
        return policy(frame, all.add(added.json()).build());
    }

    /** The policy without the statement of this label; empty if that leaves none. */
    public Optional<ResourcePolicy> without(String label) {
        JsonArrayBuilder rest = Json.createArrayBuilder();
        statements.stream().filter(statement -> !isLabelled(statement, label)).forEach(rest::add);
        JsonArray left = rest.build();
        return left.isEmpty() ? Optional.empty() : document.map(frame -> policy(frame, left));
    }

    private static ResourcePolicy policy(JsonObject frame, JsonArray statements) {
        return ResourcePolicy.parse(Json.createObjectBuilder(frame)
                .add("Statement", statements)
                .build()
                .toString());
    }
}
