package io.packetboat.liberty;

import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Region;
import java.nio.file.Path;
import java.util.List;

/** What concerns the node as a whole. */
final class NodeSettings {
    static final Setting<Path> DATA_DIRECTORY = new Setting<>(
            "packetboat.data.directory",
            "~/.packetboat",
            "absolute path",
            "Holds everything that must survive: journal, database, keys, certificate.",
            Units::directory);
    static final Setting<AccountId> ACCOUNT_ID = new Setting<>(
            "packetboat.account-id",
            "000000000000",
            "12 digits",
            "The account number in ARNs and queue URLs.",
            Units.value(AccountId::new));
    static final Setting<Region> REGION = new Setting<>(
            "packetboat.region", "us-east-1", "name", "The home region in ARNs.", Units.value(Region::new));
    static final List<Setting<?>> ALL = List.of(DATA_DIRECTORY, ACCOUNT_ID, REGION);

    private NodeSettings() {}
}
