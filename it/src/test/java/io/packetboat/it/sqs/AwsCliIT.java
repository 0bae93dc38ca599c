package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.client.ClientProcess;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The AWS CLI as Debian has it: version 2, which speaks Query to SQS and SNS. */
@ExtendWith(SharedServer.class)
class AwsCliIT {
    private final String name = "cli-" + UUID.randomUUID();

    @BeforeAll
    static void fetch() throws Exception {
        PythonClients.fetch();
    }

    @Test
    void makesChangesListsAndDeletesQueues(PacketboatServer server) throws Exception {
        Cli cli = new Cli(server);

        String url =
                cli.sqs("create-queue", "--queue-name", name, "--attributes", "DelaySeconds=5", "--tags", "team=a");
        cli.sqs("set-queue-attributes", "--queue-url", url, "--attributes", "{\"VisibilityTimeout\":\"60\"}");

        assertThat(url).isEqualTo(AwsClients.endpoint(server, "http") + "/000000000000/" + name);
        assertThat(cli.sqs("get-queue-url", "--queue-name", name)).isEqualTo(url);
        assertThat(cli.sqs("list-queues", "--queue-name-prefix", name)).endsWith(url);
        assertThat(cli.sqs(
                        "get-queue-attributes",
                        "--queue-url",
                        url,
                        "--attribute-names",
                        "All",
                        "--query",
                        "Attributes.[DelaySeconds,VisibilityTimeout,QueueArn]"))
                .isEqualTo("5\t60\tarn:aws:sqs:us-east-1:000000000000:" + name);
        assertThat(cli.sqs("list-queue-tags", "--queue-url", url, "--query", "Tags.team"))
                .isEqualTo("a");
        cli.sqs("delete-queue", "--queue-url", url);
        assertThat(cli.failure("sqs", "get-queue-url", "--queue-name", name))
                .contains("(AWS.SimpleQueueService.NonExistentQueue)", "GetQueueUrl");
    }

    @Test
    void sendsReceivesReleasesAndDeletesMessages(PacketboatServer server) throws Exception {
        Cli cli = new Cli(server);
        String url = cli.sqs("create-queue", "--queue-name", name);

        cli.sqs(
                "send-message",
                "--queue-url",
                url,
                "--message-body",
                "päivää",
                "--message-attributes",
                "{\"colour\":{\"DataType\":\"String\",\"StringValue\":\"blue\"}}");
        List<String> first = receive(cli, url);
        cli.sqs(
                "change-message-visibility",
                "--queue-url",
                url,
                "--visibility-timeout",
                "0",
                "--receipt-handle",
                first.get(3));
        List<String> again = receive(cli, url);
        cli.sqs("delete-message", "--queue-url", url, "--receipt-handle", again.get(3));

        assertThat(first).startsWith("päivää", "blue", "1");
        assertThat(again).startsWith("päivää", "blue", "2");
        assertThat(cli.sqs(
                        "send-message-batch",
                        "--queue-url",
                        url,
                        "--entries",
                        "Id=a,MessageBody=one",
                        "Id=b,MessageBody=two,DelaySeconds=901",
                        "--query",
                        "[Successful[].Id,Failed[].Code]"))
                .isEqualTo("a\nInvalidParameterValue");
        cli.sqs("purge-queue", "--queue-url", url);
        assertThat(cli.failure("sqs", "purge-queue", "--queue-url", url))
                .contains("(AWS.SimpleQueueService.PurgeQueueInProgress)");
        cli.sqs("delete-queue", "--queue-url", url);
    }

    @Test
    void subscribesAQueueToATopicAndPublishes(PacketboatServer server) throws Exception {
        Cli cli = new Cli(server);
        String url = cli.sqs("create-queue", "--queue-name", name);
        String topic = cli.run("sns", "create-topic", "--name", name, "--tags", "Key=team,Value=a");

        String subscription = subscribeRawToBlue(cli, topic);
        cli.run("sns", "publish", "--topic-arn", topic, "--message", "unwanted");
        publishBlue(cli, topic);

        assertThat(topic).isEqualTo("arn:aws:sns:us-east-1:000000000000:" + name);
        assertThat(receive(cli, url)).startsWith("päivää", "blue", "1");
        assertThat(cli.run(
                        "sns",
                        "list-subscriptions-by-topic",
                        "--topic-arn",
                        topic,
                        "--query",
                        "Subscriptions[].SubscriptionArn"))
                .isEqualTo(subscription);
        assertThat(cli.run(
                        "sns",
                        "publish-batch",
                        "--topic-arn",
                        topic,
                        "--publish-batch-request-entries",
                        "[{\"Id\":\"a\",\"Message\":\"one\"},{\"Id\":\"b\",\"Message\":\"two\",\"Subject\":\"\\n\"}]",
                        "--query",
                        "[Successful[].Id,Failed[].Code]"))
                .isEqualTo("a\nInvalidParameter");
        cli.run("sns", "unsubscribe", "--subscription-arn", subscription);
        cli.run("sns", "delete-topic", "--topic-arn", topic);
        assertThat(cli.failure("sns", "get-topic-attributes", "--topic-arn", topic))
                .contains("(NotFound)", "GetTopicAttributes");
        cli.sqs("delete-queue", "--queue-url", url);
    }

    private String subscribeRawToBlue(Cli cli, String topic) throws Exception {
        return cli.run(
                "sns",
                "subscribe",
                "--topic-arn",
                topic,
                "--protocol",
                "sqs",
                "--notification-endpoint",
                "arn:aws:sqs:us-east-1:000000000000:" + name,
                "--attributes",
                "{\"RawMessageDelivery\":\"true\",\"FilterPolicy\":\"{\\\"colour\\\":[\\\"blue\\\"]}\"}");
    }

    private static void publishBlue(Cli cli, String topic) throws Exception {
        cli.run(
                "sns",
                "publish",
                "--topic-arn",
                topic,
                "--message",
                "päivää",
                "--message-attributes",
                "{\"colour\":{\"DataType\":\"String\",\"StringValue\":\"blue\"}}");
    }

    @Test
    void tellsWhoseKeysTheseAre(PacketboatServer server) throws Exception {
        assertThat(new Cli(server).run("sts", "get-caller-identity", "--query", "Arn"))
                .isEqualTo("arn:aws:iam::000000000000:user/admin");
    }

    /** Body, colour, count of deliveries, receipt handle of the next message, waited for. */
    private static List<String> receive(Cli cli, String url) throws Exception {
        List<String> nothing = List.of("None");
        List<String> received = nothing;
        for (int polls = 0; polls < 6 && received.equals(nothing); polls++) {
            received = List.of(longPoll(cli, url).split("\t"));
        }
        assertThat(received).hasSize(4);
        return received;
    }

    private static String longPoll(Cli cli, String url) throws Exception {
        return cli.sqs(
                "receive-message",
                "--queue-url",
                url,
                "--wait-time-seconds",
                "20",
                "--attribute-names",
                "All",
                "--message-attribute-names",
                "All",
                "--query",
                "Messages[0].[Body,MessageAttributes.colour.StringValue,"
                        + "Attributes.ApproximateReceiveCount,ReceiptHandle]");
    }

    /** Always with an endpoint: nothing of the tests may reach AWS. */
    private record Cli(PacketboatServer server) {

        String sqs(String... arguments) throws Exception {
            return run(Stream.concat(Stream.of("sqs"), Stream.of(arguments)).toArray(String[]::new));
        }

        /** What it prints for a command that succeeds. */
        String run(String... arguments) throws Exception {
            ClientProcess ended = end(arguments);
            assertThat(ended.exitCode()).as(ended.errors()).isZero();
            return ended.output().strip();
        }

        /** What it prints for a command that the server refuses. */
        String failure(String... arguments) throws Exception {
            ClientProcess ended = end(arguments);
            assertThat(ended.exitCode()).as(ended.output()).isEqualTo(254);
            return ended.errors();
        }

        private ClientProcess end(String... arguments) throws Exception {
            return PythonClients.aws(Stream.concat(
                            Stream.of(
                                    "--endpoint-url",
                                    AwsClients.endpoint(server, "http").toString(),
                                    "--output",
                                    "text"),
                            Stream.of(arguments))
                    .toList());
        }
    }
}
