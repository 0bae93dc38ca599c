/**
 * The clients under whose hands the server must hold: each library behind one small interface, {@link
 * io.packetboat.it.client.Party}, for the tests that all protocols share, and the STOMP client that no library offers.
 */
@NullMarked
package io.packetboat.it.client;

import org.jspecify.annotations.NullMarked;
