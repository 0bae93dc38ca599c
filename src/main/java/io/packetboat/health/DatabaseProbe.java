package io.packetboat.health;

/** The port to the database: whether it answers right now. May take as long as it likes; it is asked once at a time. */
public interface DatabaseProbe {
    boolean answers();
}
