/**
 * What stands between the network and Artemis' protocol decoders: a gate that every connection passes until its protocol
 * is known, and limits on the frames of those protocols whose decoders have none.
 *
 * <p>Artemis waits for ever for a protocol that it does not know, gathers HTTP bodies of any size on every port, and
 * makes room for an OpenWire, Core or STOMP frame of whatever length an unknown client names. Here such a connection is
 * closed with one line in the log. Everything runs on Netty's event loop of the connection and never blocks; no state is
 * shared between connections.
 */
@NullMarked
package io.packetboat.broker.transport;

import org.jspecify.annotations.NullMarked;
