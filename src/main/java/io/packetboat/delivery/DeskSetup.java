package io.packetboat.delivery;

import java.time.Clock;

/** What a desk works with. */
record DeskSetup(boolean fifo, DeskLimits limits, Deadlines deadlines, Clock clock, Reading reading) {}
