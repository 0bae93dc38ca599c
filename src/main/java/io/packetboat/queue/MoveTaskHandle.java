package io.packetboat.queue;

/** What names a task that moves messages, opaque to clients. */
public record MoveTaskHandle(String value) {

    @Override
    public String toString() {
        return value;
    }
}
