package io.packetboat.it.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;

/** What the API answered. */
record Answer(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonObject json() {
        return Json.createReader(new StringReader(body())).readObject();
    }

    /** One field of every entry of a page. */
    List<String> items(String field) {
        return json().getJsonArray("items").stream()
                .map(entry -> entry.asJsonObject().getString(field))
                .toList();
    }

    /** The field that a problem names, or a word that no field is. */
    String field() {
        return json().getString("field", "(none)");
    }

    /** What a problem calls the fact. */
    String fact() {
        return json().getString("type").replace("urn:packetboat:problem:", "");
    }
}
