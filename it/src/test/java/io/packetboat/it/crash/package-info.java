/**
 * What a crash, a held back disk and a full disk may and may not do to messages and definitions.
 *
 * <p>Clients of every protocol write down in a {@link io.packetboat.it.crash.History} what they were promised; the pure
 * {@link io.packetboat.it.crash.HistoryChecker} then tells which promise was broken. A lane is one client with one
 * connection and one thread, that works until its server dies or it is told to stop; the history may be written by all
 * of them at once.
 */
@NullMarked
package io.packetboat.it.crash;

import org.jspecify.annotations.NullMarked;
