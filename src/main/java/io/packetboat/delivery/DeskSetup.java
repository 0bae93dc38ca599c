package io.packetboat.delivery;

import java.time.Clock;

/** What a desk works with; all but the first is that of the other desks too. */
record DeskSetup(
        boolean fifo, DeskLimits limits, AsideMemory memory, Deadlines deadlines, Clock clock, Reading reading) {}
