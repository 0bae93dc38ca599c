package io.packetboat.it.crash;

/** A kind of definition that clients make and delete, one connection each; not safe for several threads. */
interface Definitions extends AutoCloseable {
    /** Returns when the creation was answered. */
    void create(String name) throws Exception;

    /** Returns when the deletion was answered. */
    void delete(String name) throws Exception;

    boolean exists(String name) throws Exception;
}
