package io.packetboat.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class IdentityIT {
    private static final String EVERYTHING = "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":"
            + "{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"%s\\\",\\\"Resource\\\":\\\"%s\\\"}}";

    @Test
    void usersAreMadeReadListedAndDeleted(PacketboatServer server) {
        Api admin = Api.asAdmin(server);

        Answer created = admin.post("users", "{\"userName\": \"u1\", \"password\": \"password-of-u1\"}");
        admin.post("users", "{\"userName\": \"u2\"}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith("/api/v1/users/u1");
        assertThat(created.body()).doesNotContain("password-of-u1");
        assertThat(admin.get("users/u1").json().getBoolean("hasPassword")).isTrue();
        assertThat(admin.get("users/u2").json().getBoolean("hasPassword")).isFalse();
        assertThat(admin.post("users", "{\"userName\": \"u1\"}").fact()).isEqualTo("user-name-taken");
        Answer page = admin.get("users?after=u0&size=1");
        assertThat(page.items("userName")).containsExactly("u1");
        assertThat(page.json().getString("next")).isEqualTo("u1");

        assertThat(admin.delete("users/u1").status()).isEqualTo(204);
        assertThat(admin.delete("users/u2").status()).isEqualTo(204);
        assertThat(admin.delete("users/u1").status()).isEqualTo(404);
        assertThat(admin.get("users/u1").fact()).isEqualTo("user-not-found");
    }

    @Test
    void aUserOfTheOddestNameHasAPathToo(PacketboatServer server) {
        Api admin = Api.asAdmin(server);

        Answer created = admin.post("users", "{\"userName\": \"..\"}");
        String path = URI.create(created.header("Location")).getRawPath();

        assertThat(created.status()).isEqualTo(201);
        assertThat(admin.get(path).json().getString("userName")).isEqualTo("..");
        assertThat(admin.delete(path).status()).isEqualTo(204);
    }

    @Test
    void accessKeysAreMadeSwitchedAndDeleted(PacketboatServer server) {
        Api admin = Api.asAdmin(server);
        admin.post("users", "{\"userName\": \"k1\"}");

        Answer created = admin.post("users/k1/access-keys");
        String id = created.json().getString("accessKeyId");
        Api byKey = Api.as(server, id, created.json().getString("secretAccessKey"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(byKey.get("session").json().getString("userName")).isEqualTo("k1");
        assertThat(admin.get("users/k1/access-keys").body()).contains(id).doesNotContain("secretAccessKey");
        admin.post("users/k1/access-keys");
        assertThat(admin.post("users/k1/access-keys").status()).isEqualTo(409);

        assertThat(admin.put("users/k1/access-keys/" + id, "{\"active\": false}")
                        .status())
                .isEqualTo(204);
        assertThat(byKey.get("session").status()).isEqualTo(401);
        admin.put("users/k1/access-keys/" + id, "{\"active\": true}");
        assertThat(byKey.get("session").status()).isEqualTo(200);
        assertThat(admin.delete("users/k1/access-keys/" + id).status()).isEqualTo(204);
        assertThat(admin.delete("users/k1/access-keys/" + id).fact()).isEqualTo("access-key-not-found");
        admin.delete("users/k1");
    }

    @Test
    void groupsHoldMembersAndPolicies(PacketboatServer server) {
        Api admin = Api.asAdmin(server);
        admin.post("users", "{\"userName\": \"g1\"}");
        admin.put("policies/p1", "{\"document\": \"%s\"}".formatted(EVERYTHING.formatted("sqs:*", "*")));

        assertThat(admin.post("groups", "{\"groupName\": \"team\"}").status()).isEqualTo(201);
        assertThat(admin.put("users/g1/groups/team").status()).isEqualTo(204);
        assertThat(admin.put("groups/team/policies/p1").status()).isEqualTo(204);

        assertThat(admin.get("groups/team").json().getJsonArray("policies").getString(0))
                .isEqualTo("p1");
        assertThat(admin.get("groups/team/members").items("userName")).containsExactly("g1");
        assertThat(admin.get("groups").items("groupName")).contains("team");
        assertThat(admin.delete("groups/team").fact()).isEqualTo("group-in-use");
        assertThat(admin.delete("policies/p1").fact()).isEqualTo("policy-in-use");
        assertThat(admin.put("users/g1/groups/none").fact()).isEqualTo("group-not-found");

        assertThat(admin.delete("groups/team/policies/p1").status()).isEqualTo(204);
        assertThat(admin.delete("users/g1/groups/team").status()).isEqualTo(204);
        assertThat(admin.delete("groups/team").status()).isEqualTo(204);
        assertThat(admin.delete("policies/p1").status()).isEqualTo(204);
        admin.delete("users/g1");
    }

    @Test
    void brokenPolicyNamesItsElement(PacketboatServer server) {
        Answer answer = Api.asAdmin(server)
                .put(
                        "policies/broken",
                        "{\"document\": \"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Maybe\\\"}]}\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo("document.Statement[0].Effect");
    }

    @Test
    void policyOfOneQueueAllowsThatQueueAlone(PacketboatServer server) {
        Api admin = Api.asAdmin(server);
        admin.post("queues", "{\"queueName\": \"rights.own\"}");
        admin.post("queues", "{\"queueName\": \"rights.other\"}");
        admin.post("users", "{\"userName\": \"r1\", \"password\": \"password-of-r1\"}");
        admin.put(
                "policies/own",
                "{\"document\": \"%s\"}".formatted(EVERYTHING.formatted("sqs:*", "arn:aws:sqs:*:*:rights.own")));
        Api user = Api.as(server, "r1", "password-of-r1");
        String message = "{\"body\": {\"type\": \"text\", \"text\": \"x\"}}";
        assertThat(user.post("queues/rights.own/messages", message).fact()).isEqualTo("access-denied");

        admin.put("users/r1/policies/own");

        assertThat(user.post("queues/rights.own/messages", message).status()).isEqualTo(201);
        assertThat(user.get("queues/rights.own/messages").status()).isEqualTo(200);
        for (String path :
                new String[] {"queues/rights.other", "queues", "users", "connections", "audit-records", "node"}) {
            assertThat(user.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(user.post("queues/rights.other/messages", message).status()).isEqualTo(403);
        assertThat(user.post("users", "{\"userName\": \"r2\"}").status()).isEqualTo(403);
        assertThat(user.put("users/r1/policies/AdministratorAccess").status()).isEqualTo(403);

        admin.delete("users/r1/policies/own");
        assertThat(user.get("queues/rights.own/messages").status()).isEqualTo(403);
        admin.delete("users/r1");
        admin.delete("policies/own");
        admin.delete("queues/rights.own");
        admin.delete("queues/rights.other");
    }

    @Test
    void lastAdministratorIsNotDeletedAndKeepsItsRights(PacketboatServer server) {
        Api admin = Api.asAdmin(server);
        String nothing = "{\"document\": \"%s\"}".formatted(EVERYTHING.formatted("sqs:*", "*"));
        admin.put("policies/all", "{\"document\": \"%s\"}".formatted(EVERYTHING.formatted("*", "*")));
        admin.post("users", "{\"userName\": \"second\", \"password\": \"password-of-second\"}");

        assertThat(admin.delete("users/admin").status()).isEqualTo(409);
        assertThat(admin.delete("users/admin").fact()).isEqualTo("last-administrator");
        assertThat(admin.delete("users/admin/policies/AdministratorAccess").fact())
                .isEqualTo("last-administrator");
        assertThat(admin.put("policies/AdministratorAccess", nothing).fact()).isEqualTo("last-administrator");

        admin.put("users/second/policies/all");
        assertThat(admin.delete("users/admin/policies/AdministratorAccess").status())
                .isEqualTo(204);
        Api second = Api.as(server, "second", "password-of-second");
        assertThat(second.delete("users/second").fact()).isEqualTo("last-administrator");
        assertThat(second.put("users/admin/policies/AdministratorAccess").status())
                .isEqualTo(204);
        assertThat(second.delete("users/second").status()).isEqualTo(204);
        admin.delete("policies/all");
    }
}
