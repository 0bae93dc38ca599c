package io.packetboat.identity;

import io.packetboat.policy.PolicyDocument;
import java.time.Instant;

/** A named policy document; it applies to the users and groups that it is attached to. */
public record Policy(PolicyName name, PolicyDocument document, Instant changedAt) {}
