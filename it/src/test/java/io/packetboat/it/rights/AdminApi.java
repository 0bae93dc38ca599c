package io.packetboat.it.rights;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The administrator's side of the tests: the admin API, which is no part of what is tested here. */
public final class AdminApi {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String LOGIN = "Basic "
            + Base64.getEncoder().encodeToString((Admin.USER + ":" + Admin.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final URI root;

    public AdminApi(PacketboatServer server) {
        root = URI.create("http://127.0.0.1:" + server.port(ServerPort.HTTP) + "/api/v1/");
    }

    /** A user with a policy of its own that allows nothing yet. */
    public Login createUser(String name, String password) throws IOException, InterruptedException {
        call("POST", "users", "{\"userName\":\"" + name + "\",\"password\":\"" + password + "\"}");
        allowNothing(name);
        call("PUT", "users/" + name + "/policies/" + name, "{}");
        return new Login(name, password);
    }

    void allowNothing(String user) throws IOException, InterruptedException {
        putPolicy(user, statement("Deny", "\"*\"", "*"));
    }

    /** From now on the user's policy allows these actions on this resource of their service, and nothing else. */
    void allow(String user, Collection<String> actions, String resource) throws IOException, InterruptedException {
        putPolicy(user, allowance(actions, resource));
    }

    void putPolicy(String user, String statements) throws IOException, InterruptedException {
        String document = "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
        call("PUT", "policies/" + user, "{\"document\":\"" + document.replace("\"", "\\\"") + "\"}");
    }

    /** One statement for each action, since the ARN carries the action's service. */
    static String allowance(Collection<String> actions, String resource) {
        return actions.isEmpty()
                ? statement("Deny", "\"*\"", "*")
                : actions.stream()
                        .map(action -> statement("Allow", "\"" + action + "\"", arn(action, resource)))
                        .collect(Collectors.joining(","));
    }

    private static String statement(String effect, String actions, String resource) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":[" + actions + "],\"Resource\":\"" + resource + "\"}";
    }

    private static String arn(String action, String resource) {
        return "arn:aws:" + action.substring(0, action.indexOf(':')) + ":*:*:" + resource;
    }

    void changePassword(String user, String password) throws IOException, InterruptedException {
        call("PUT", "users/" + user + "/password", "{\"password\":\"" + password + "\"}");
    }

    public void deleteUser(String user) throws IOException, InterruptedException {
        call("DELETE", "users/" + user, "");
    }

    public Login createAccessKey(String user) throws IOException, InterruptedException {
        String created = call("POST", "users/" + user + "/access-keys", "");
        return new Login(field(created, "accessKeyId"), field(created, "secretAccessKey"));
    }

    void deactivate(String user, String accessKeyId) throws IOException, InterruptedException {
        call("PUT", "users/" + user + "/access-keys/" + accessKeyId, "{\"active\":false}");
    }

    void createQueue(String name) throws IOException, InterruptedException {
        call("POST", "queues", "{\"queueName\":\"" + name + "\"}");
    }

    void deleteQueue(String name) throws IOException, InterruptedException {
        call("DELETE", "queues/" + name, "");
    }

    void createTopic(String name) throws IOException, InterruptedException {
        call("POST", "topics", "{\"topicName\":\"" + name + "\"}");
    }

    void send(String queue, String text) throws IOException, InterruptedException {
        call("POST", "queues/" + queue + "/messages", message(text));
    }

    void publish(String topic, String text) throws IOException, InterruptedException {
        call("POST", "topics/" + topic + "/messages", message(text));
    }

    private static String message(String text) {
        return "{\"body\":{\"type\":\"text\",\"text\":\"" + text + "\"}}";
    }

    boolean hasQueue(String name) throws IOException, InterruptedException {
        return exists("queues/" + name);
    }

    boolean hasTopic(String name) throws IOException, InterruptedException {
        return exists("topics/" + name);
    }

    private boolean exists(String path) throws IOException, InterruptedException {
        int status = request("GET", path, "").statusCode();
        if (status != 200 && status != 404) {
            throw new AssertionError("GET " + path + ": " + status);
        }
        return status == 200;
    }

    /** All that the queue holds, none if it is not there. */
    int messages(String queue) throws IOException, InterruptedException {
        return hasQueue(queue) ? number(call("GET", "queues/" + queue, ""), "messages") : 0;
    }

    /** Messages of a topic that nobody had subscribed to. */
    int unheard(String topic) throws IOException, InterruptedException {
        return hasTopic(topic) ? number(call("GET", "topics/" + topic, ""), "unheard") : 0;
    }

    /** Messages of a topic that reached somebody. */
    int heard(String topic) throws IOException, InterruptedException {
        return hasTopic(topic) ? number(call("GET", "topics/" + topic, ""), "published") : 0;
    }

    int consumers(String queue) throws IOException, InterruptedException {
        return number(call("GET", "queues/" + queue, ""), "consumers");
    }

    int subscriptions(String topic) throws IOException, InterruptedException {
        return number(call("GET", "topics/" + topic, ""), "subscriptions");
    }

    private String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = request(method, path, body);
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> request(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", LOGIN)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static String field(String json, String name) {
        return find(json, "\"" + name + "\"\\s*:\\s*\"([^\"]*)\"");
    }

    private static int number(String json, String name) {
        return Integer.parseInt(find(json, "\"" + name + "\"\\s*:\\s*(\\d+)"));
    }

    private static String find(String json, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + json);
        }
        return matcher.group(1);
    }
}
