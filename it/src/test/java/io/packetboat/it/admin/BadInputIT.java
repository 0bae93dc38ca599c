package io.packetboat.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class BadInputIT {

    @ParameterizedTest(name = "POST {0} {1} names {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            users          | {"userName": "a", "colour": "red"}                     | colour
            users          | {}                                                     | userName
            users          | {"userName": 5}                                        | userName
            users          | {"userName": "a b"}                                    | userName
            users          | {"userName": "a", "password": "short"}                 | password
            groups         | {"groupName": "a/b"}                                   | groupName
            queues         | {"queueName": ""}                                      | queueName
            queues         | {"queueName": "a::b"}                                  | queueName
            queues         | {"queueName": "a\\u0000b"}                             | queueName
            queues         | {"queueName": "a.#"}                                   | queueName
            queues         | {"queueName": "a", "paused": "yes"}                    | paused
            queues         | {"queueName": "a", "settings": {"retention": 1}}       | settings.retention
            queues         | {"queueName": "a", "settings": {"retentionSeconds": 0}} | retentionSeconds
            queues         | {"queueName": "a", "settings": {"deadLetterQueue": "none"}} | deadLetterQueue
            topics         | {"topicName": "a.*"}                                   | topicName
            queues/DLQ/messages | {}                                                | body
            queues/DLQ/messages | {"body": {"text": "a"}}                           | body.type
            queues/DLQ/messages | {"body": {"type": "text", "base64": "a"}}         | body.base64
            queues/DLQ/messages | {"body": {"type": "bytes", "base64": "%"}}        | body.base64
            queues/DLQ/messages | {"body": {"type": "empty"}, "priority": 10}       | priority
            queues/DLQ/messages | {"body": {"type": "empty"}, "properties": {"a": []}} | properties.a
            queues/DLQ/messages | {"body": {"type": "empty"}, "timeToLiveSeconds": 0} | timeToLiveSeconds
            """)
    void fieldAtFaultIsNamed(String path, String json, String field, PacketboatServer server) {
        Answer answer = Api.asAdmin(server).post(path, json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.field()).isEqualTo(field);
    }

    @ParameterizedTest(name = "GET {0} names {1}")
    @CsvSource({
        "users?size=0, size",
        "users?size=1001, size",
        "users?size=many, size",
        "users/a%20b, userName",
        "policies/%C3%BC, policyName",
        "queues/~%21, queueName",
        "topics/DLQ/sns-subscriptions?size=0, size",
        "sns-subscriptions/x, subscriptionId",
        "queues/DLQ/messages?after=x, after",
        "queues/DLQ/messages/x, messageId",
        "audit-records?after=x, after"
    })
    void parameterAtFaultIsNamed(String path, String field, PacketboatServer server) {
        Answer answer = Api.asAdmin(server).get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo(field);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {"", "[]", "{", "{\"userName\": \"a\"", "{\"userName\": \"a\", \"userName\": \"b\"}", "{} {}"})
    void malformedJsonIsRefused(String body, PacketboatServer server) {
        Answer answer = Api.asAdmin(server).post("users", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fact()).isEqualTo("malformed-json");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused(PacketboatServer server) {
        Answer answer = Api.asAdmin(server)
                .with("Content-Type", "application/json")
                .send("POST", "users", "{\"userName\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fact()).isEqualTo("malformed-json");
    }

    @Test
    void otherMediaTypesAreRefused(PacketboatServer server) {
        Api admin = Api.asAdmin(server);

        assertThat(admin.with("Content-Type", "text/plain")
                        .send("POST", "users", "{}")
                        .status())
                .isEqualTo(415);
        assertThat(admin.with("Accept", "text/html").get("users").status()).isEqualTo(406);
    }

    @Test
    void unknownPathsAndMethodsAreProblems(PacketboatServer server) {
        Answer nowhere = Api.asAdmin(server).get("nowhere");
        Answer method = Api.asAdmin(server).send("PATCH", "users", "");

        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.json().getInt("status")).isEqualTo(404);
        assertThat(nowhere.body()).doesNotContain("RESTEASY");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void encodedSlashesAreRefusedByTheContainer(PacketboatServer server) {
        assertThat(Api.asAdmin(server).get("queues/a%2Fb").status()).isEqualTo(400);
    }

    @Test
    void bodiesOverTheBoundAreRefused(PacketboatServer server) {
        byte[] body = "{\"userName\": \"%s\"}".formatted("x".repeat(2_050_000)).getBytes(StandardCharsets.UTF_8);

        Answer answer =
                Api.asAdmin(server).with("Content-Type", "application/json").send("POST", "users", body);

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void noRefusalIsLoggedAndNoSecretEither(PacketboatServer server) throws IOException {
        Api admin = Api.asAdmin(server);
        admin.post("users", "{\"userName\": \"quiet\", \"password\": \"pass-word-of-quiet\"}");
        String secret = admin.post("users/quiet/access-keys").json().getString("secretAccessKey");
        admin.post("queues/DLQ/messages", "{\"body\": {\"type\": \"text\", \"text\": \"body-of-quiet\"}}");
        admin.post("queues/DLQ/messages", "{\"body\": {\"type\": \"text\", \"txt\": \"other-body-of-quiet\"}}");
        admin.post("queues/DLQ/messages", "{\"body\": {\"type\": \"text\", \"text\": \"broken-body-of-quiet");

        for (Path log : server.logFiles()) {
            assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                    .doesNotContain(secret)
                    .doesNotContain("pass-word-of-quiet")
                    .doesNotContain("body-of-quiet")
                    .doesNotContain("a request of the admin API failed");
        }
        admin.delete("users/quiet");
        admin.post("queues/DLQ/purge");
    }
}
