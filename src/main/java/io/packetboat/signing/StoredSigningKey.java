package io.packetboat.signing;

import io.packetboat.identity.EncryptedSecret;

/** The key as it is stored: the private half encrypted, its certificate in clear text. */
public record StoredSigningKey(EncryptedSecret privateKey, SigningCertificate certificate) {}
