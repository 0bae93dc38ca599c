package io.packetboat.kernel.messaging;

/**
 * How much room the data directory's disk has, in bytes, and whether producers are held back because of it.
 *
 * @param usable bytes that this process can still write
 * @param total the file system's size
 * @param reserve below this many usable bytes producers are blocked; consumption and deletion go on
 * @param blocked whether producers are blocked now
 */
public record DiskState(long usable, long total, long reserve, boolean blocked) {}
