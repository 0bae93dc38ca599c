package io.packetboat.it.crash;

/** Something that a connected client asks of the server once, and whose answer promises that it is on the disk. */
interface Question extends AutoCloseable {
    /** Asks, and returns when the answer is there. */
    void ask() throws Exception;

    @Override
    void close() throws Exception;

    /** A step that may fail as it likes. */
    interface Step {
        void run() throws Exception;
    }

    static Question of(AutoCloseable client, Step step) {
        return new Question() {
            @Override
            public void ask() throws Exception {
                step.run();
            }

            @Override
            public void close() throws Exception {
                client.close();
            }
        };
    }
}
