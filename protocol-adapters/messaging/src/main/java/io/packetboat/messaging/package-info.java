/**
 * The doors of the open protocols: one small class each says on which port, with which TLS and under which names its
 * protocol is spoken.
 *
 * <p>Artemis speaks the protocols; these classes only describe its listeners in {@link io.packetboat.broker.Listener}s.
 * All of them are pure: they read a {@link io.packetboat.messaging.MessagingConfig} and return values. {@link
 * io.packetboat.messaging.LibertyTls} is the exception, it is called by Artemis whenever a TLS port opens.
 */
@NullMarked
package io.packetboat.messaging;

import org.jspecify.annotations.NullMarked;
