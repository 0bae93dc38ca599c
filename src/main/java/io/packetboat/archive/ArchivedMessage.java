package io.packetboat.archive;

import io.packetboat.broker.fanout.Publication;
import io.packetboat.fanout.ArchivePosition;

/**
 * A message that its topic keeps.
 *
 * @param origin the same for the same message, however often it is handed on
 */
public record ArchivedMessage(ArchivePosition position, String origin, Publication publication) {}
