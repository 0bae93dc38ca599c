package io.packetboat.policy;

/** Whether a statement grants or forbids. */
enum Effect {
    ALLOW,
    DENY
}
