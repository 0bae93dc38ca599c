/**
 * Files that confirm nothing that the disk did not take; see ADR 0011.
 *
 * <p>Artemis 2.55.0 takes a write for done whatever became of it: of a write that the disk took in part, the last one
 * before it is full, it looks at nothing, and a failed flush of the journal is answered like any other. Here a write is
 * whole or fails, and after the first that the disk refused nothing is written or confirmed any more; the broker stops.
 *
 * <p>Everything here runs on Artemis' own threads; a file is written by one at a time, and forced by any.
 */
@NullMarked
package io.packetboat.broker.disk;

import org.jspecify.annotations.NullMarked;
