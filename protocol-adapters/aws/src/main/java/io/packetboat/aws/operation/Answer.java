package io.packetboat.aws.operation;

/**
 * What an action answers: it writes its members, in the order of the model, to whatever writer the request's protocol has.
 *
 * <p>Called once, on an event loop, wherever the action was completed: it must not block. Sums of what is answered are made
 * here rather than by the action.
 */
@FunctionalInterface
public interface Answer {
    /** The answer of an action whose model has no output at all. */
    Answer NONE = members -> {};

    void writeTo(Members members);
}
