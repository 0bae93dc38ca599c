package io.packetboat.it.sqs;

import io.packetboat.it.client.ClientProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Clients that are written in Python: fetched once from Debian's and Python's own registries into the build's folder (see
 * {@code python/fetch.sh}), without root and without a change of this system.
 */
final class PythonClients {
    private static final Path SCRIPTS = Path.of("python").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "python").toAbsolutePath();

    private PythonClients() {}

    /** Fails with what the package managers say where the clients cannot be had. */
    static void fetch() throws Exception {
        ClientProcess.run(SCRIPTS, Map.of(), List.of("./fetch.sh", FOLDER.toString()));
    }

    /** Runs Python with Debian's packages, and with the index's before them if wanted. */
    static ClientProcess python(Map<String, String> environment, List<String> arguments) throws Exception {
        return ClientProcess.end(
                SCRIPTS,
                environment,
                Stream.concat(Stream.of("./python", FOLDER.toString()), arguments.stream())
                        .toList());
    }

    /** Debian's AWS CLI. */
    static ClientProcess aws(List<String> arguments) throws Exception {
        String aws = FOLDER.resolve(Path.of("debian", "usr", "bin", "aws")).toString();
        return python(
                Map.of("AWS_PAGER", ""),
                Stream.concat(Stream.of(aws), arguments.stream()).toList());
    }

    /** Where the packages of {@code requirements.txt} are. */
    static Path current() {
        return FOLDER.resolve("current");
    }
}
