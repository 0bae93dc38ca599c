package io.packetboat.aws.operation;

/**
 * What an action answers: it writes its members, in the order of the model, to whatever writer the request's protocol has.
 *
 * <p>Called once, on the thread that completed the action; it only writes values that are there already.
 */
@FunctionalInterface
public interface Answer {
    /** The answer of an action whose model has no output at all. */
    Answer NONE = members -> {};

    void writeTo(Members members);
}
