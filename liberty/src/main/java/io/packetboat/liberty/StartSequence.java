package io.packetboat.liberty;

import io.packetboat.health.NodeStart;
import io.packetboat.identity.FirstCredentials;
import io.packetboat.identity.FirstStart;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What starts in which order; stops in the opposite one. */
@Dependent
class StartSequence {
    private final Configuration configuration;
    private final Storage storage;
    private final IdentityAudience audience;
    private final FirstStart firstStart;
    private final Doors doors;
    private final NodeStart nodeStart;
    private final ReadyAnnouncement announcement;

    @Inject
    StartSequence(
            Configuration configuration,
            Storage storage,
            IdentityAudience audience,
            FirstStart firstStart,
            Doors doors,
            NodeStart nodeStart,
            ReadyAnnouncement announcement) {
        this.configuration = configuration;
        this.storage = storage;
        this.audience = audience;
        this.firstStart = firstStart;
        this.doors = doors;
        this.nodeStart = nodeStart;
        this.announcement = announcement;
    }

    /** The first login is made last: a start that fails before would have made one that nobody was shown. */
    void start() {
        audience.listen();
        doors.startBroker();
        doors.openAwsEndpoint();
        Optional<FirstCredentials> made = firstStart.run();
        nodeStart.completed();
        announcement.start(banner(made));
    }

    void stop() {
        announcement.stop();
        audience.stop();
        doors.stop();
        storage.close();
    }

    private Banner banner(Optional<FirstCredentials> made) {
        return new Banner(
                configuration.value(NodeSettings.DATA_DIRECTORY),
                configuration.value(HttpSettings.PORT),
                configuration.value(HttpSettings.TLS_PORT),
                doors.messagingPorts(),
                doors.awsPort(),
                made.filter(credentials -> Files.exists(credentialsFile())).map(this::login));
    }

    private Banner.Login login(FirstCredentials made) {
        return new Banner.Login(
                made.user().value(),
                unlessPreset(IdentitySettings.ADMIN_PASSWORD, made.password().value()),
                made.accessKeyId().value(),
                unlessPreset(
                        IdentitySettings.ADMIN_SECRET_ACCESS_KEY,
                        made.secretAccessKey().value()),
                configuration.value(NodeSettings.REGION),
                credentialsFile());
    }

    /** What the operator chose is the operator's own secret, and no console's. */
    private String unlessPreset(Setting<String> preset, String generated) {
        return configuration.value(preset).isEmpty() ? generated : Banner.PRESET;
    }

    /** Made for generated credentials only; presets are the operator's own, who need not be told. */
    private Path credentialsFile() {
        return configuration.value(NodeSettings.DATA_DIRECTORY).resolve(FirstStart.FILE_NAME);
    }
}
