package io.packetboat.identity;

import static io.packetboat.identity.TestingIdentity.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.packetboat.audit.AuditConfig;
import io.packetboat.audit.AuditRecord;
import io.packetboat.audit.AuditRecorder;
import io.packetboat.audit.InMemoryAuditStore;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Caller.Door;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.UserName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
    @TempDir
    private Path directory;

    private final InMemoryAuditStore audit = new InMemoryAuditStore();
    private TestingIdentity identity;

    @BeforeEach
    void start() {
        identity = new TestingIdentity(directory);
    }

    @Test
    void adminCanLogInWithPasswordAndKeyAndMayDoEverything() {
        FirstCredentials first = firstStart(IdentityConfig.Presets.NONE).run().orElseThrow();

        UserName admin = new UserName("admin");
        LoginOutcome accepted = new LoginOutcome.Accepted(admin);
        assertThat(identity.logins.login("admin", first.password().value(), "192.0.2.1", Door.MESSAGING))
                .isEqualTo(accepted);
        assertThat(identity.logins.login(
                        first.accessKeyId().value(), first.secretAccessKey().value(), "192.0.2.1", Door.MESSAGING))
                .isEqualTo(accepted);
        assertThat(identity.users
                        .list(TestingIdentity.callerOf("admin"), PageRequest.first(1))
                        .items())
                .extracting(User::name)
                .containsExactly(admin);
        assertThat(first.toString()).doesNotContain(first.password().value());
    }

    @Test
    void whatTheNodeMadeIsInTheAuditTrailWithoutItsSecrets() {
        FirstCredentials first = firstStart(IdentityConfig.Presets.NONE).run().orElseThrow();

        assertThat(audit.records())
                .extracting(AuditRecord::action, AuditRecord::resource, AuditRecord::door)
                .containsExactly(
                        tuple("packetboat:CreateUser", "admin", Caller.Door.NODE),
                        tuple("packetboat:CreateAccessKey", "admin " + first.accessKeyId(), Caller.Door.NODE));
        assertThat(audit.records().toString())
                .doesNotContain(first.password().value())
                .doesNotContain(first.secretAccessKey().value());
    }

    @Test
    void whatWasGeneratedStandsInAFileForItsOwnerAlone() throws IOException {
        FirstCredentials first = firstStart(IdentityConfig.Presets.NONE).run().orElseThrow();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file()))
                .contains(
                        "user=admin",
                        "password=" + first.password().value(),
                        "access-key-id=" + first.accessKeyId(),
                        "secret-access-key=" + first.secretAccessKey().value());
    }

    @Test
    void aLaterStartShowsNothingAndChangesNothing() {
        firstStart(IdentityConfig.Presets.NONE).run();
        var before = identity.store.load();

        Optional<FirstCredentials> again =
                firstStart(IdentityConfig.Presets.NONE).run();

        assertThat(again).isEmpty();
        assertThat(audit.records()).hasSize(2);
        assertThat(identity.store.load()).isEqualTo(before);
    }

    @Test
    void aKillBeforeTheCommitLeavesTheSameCredentialsForTheNextStart() throws IOException {
        identity.store.answer(InMemoryIdentityStore.Answer.REFUSE);
        assertThatThrownBy(() -> firstStart(IdentityConfig.Presets.NONE).run())
                .isInstanceOf(InMemoryIdentityStore.StoreFailed.class);
        String written = Files.readString(file());
        identity.store.answer(InMemoryIdentityStore.Answer.CONFIRM);

        FirstCredentials first = firstStart(IdentityConfig.Presets.NONE).run().orElseThrow();

        assertThat(Files.readString(file())).isEqualTo(written);
        assertThat(written).contains(first.password().value());
    }

    @Test
    void aKillAfterTheCommitLeavesAFileThatLetsTheOperatorIn() throws IOException {
        identity.store.answer(InMemoryIdentityStore.Answer.LOSE_CONFIRMATION);
        assertThatThrownBy(() -> firstStart(IdentityConfig.Presets.NONE).run())
                .isInstanceOf(InMemoryIdentityStore.StoreFailed.class);
        identity.store.answer(InMemoryIdentityStore.Answer.CONFIRM);
        IdentityDirectory restarted = IdentityDirectory.open(identity.store, identity.administrators);

        String password = Files.readAllLines(file()).stream()
                .filter(line -> line.startsWith("password="))
                .findFirst()
                .orElseThrow()
                .substring("password=".length());

        assertThat(identity.hasher.matches(
                        password,
                        restarted.memory().require(new UserName("admin")).password()))
                .isTrue();
    }

    @Test
    void presetCredentialsAreUsedAndWrittenNowhere() {
        FirstCredentials first = firstStart(new IdentityConfig.Presets(
                        "preset password", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
                .run()
                .orElseThrow();

        assertThat(first.password().value()).isEqualTo("preset password");
        assertThat(first.accessKeyId().value()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
        assertThat(first.secretAccessKey().value()).startsWith("wJalr");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aPresetPasswordLeavesTheGeneratedKeyInTheFile() throws IOException {
        FirstCredentials first = firstStart(new IdentityConfig.Presets("preset password", "", ""))
                .run()
                .orElseThrow();

        assertThat(Files.readString(file()))
                .contains(first.secretAccessKey().value())
                .doesNotContain("preset password");
    }

    @Test
    void badPresetsAreRefusedByName() {
        assertThatThrownBy(() -> new IdentityConfig.Presets("", "AKIAIOSFODNN7EXAMPLE", ""))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() ->
                        firstStart(new IdentityConfig.Presets("short", "", "")).run())
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.field()).isEqualTo("password"));
        assertThat(identity.users.list(NODE, PageRequest.first(1)).items()).isEmpty();
    }

    private FirstStart firstStart(IdentityConfig.Presets presets) {
        IdentityConfig config = new IdentityConfig(
                identity.config.account(),
                identity.config.region(),
                directory,
                identity.config.passwords(),
                identity.config.throttle(),
                presets);
        AuditRecorder recorder = new AuditRecorder(
                audit, new AuditConfig(config.account(), config.region(), Duration.ofDays(90)), identity.clock);
        return new FirstStart(
                identity.directory, identity.masterKey, identity.hasher, config, recorder, identity.clock);
    }

    private Path file() {
        return directory.resolve(FirstStart.FILE_NAME);
    }
}
