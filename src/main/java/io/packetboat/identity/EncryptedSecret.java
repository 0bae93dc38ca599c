package io.packetboat.identity;

/** An access key's secret as it is stored, encrypted with the node's master key and bound to its key's id. */
public record EncryptedSecret(String encoded) {

    @Override
    public String toString() {
        return "EncryptedSecret[hidden]";
    }
}
