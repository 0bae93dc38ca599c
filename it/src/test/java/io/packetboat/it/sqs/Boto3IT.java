package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.client.ClientProcess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests of the folder {@code python}, with Debian's boto3 and with a current one. */
@ExtendWith(SharedServer.class)
class Boto3IT {

    @BeforeAll
    static void fetch() throws Exception {
        PythonClients.fetch();
    }

    enum Boto3 {
        DEBIAN(""),
        CURRENT(PythonClients.current().toString());

        private final String folder;

        Boto3(String folder) {
            this.folder = folder;
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void doesAllThatApplicationsDoWithQueues(Boto3 boto3, PacketboatServer server) throws Exception {
        assertThatAllPass("sqs_test", boto3, server);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void hearsTheDocumentedErrorsOfEachAction(Boto3 boto3, PacketboatServer server) throws Exception {
        assertThatAllPass("sqs_errors_test", boto3, server);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void doesAllThatApplicationsDoWithTopics(Boto3 boto3, PacketboatServer server) throws Exception {
        assertThatAllPass("sns_test", boto3, server);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void hearsTheDocumentedErrorsOfEachActionOnTopics(Boto3 boto3, PacketboatServer server) throws Exception {
        assertThatAllPass("sns_errors_test", boto3, server);
    }

    private static void assertThatAllPass(String tests, Boto3 boto3, PacketboatServer server) throws Exception {
        ClientProcess ended = PythonClients.python(
                Map.of(
                        "PYTHONPATH",
                        boto3.folder,
                        "PACKETBOAT_ENDPOINT",
                        AwsClients.endpoint(server, "http").toString(),
                        "PACKETBOAT_ADMIN_API",
                        "http://localhost:" + server.port(ServerPort.HTTP) + "/api/v1/",
                        "PACKETBOAT_ADMIN_LOGIN",
                        Admin.USER + ":" + Admin.PASSWORD),
                List.of("-m", "unittest", "--verbose", tests));

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.errors()).containsPattern("Ran [1-9]\\d* tests");
    }
}
