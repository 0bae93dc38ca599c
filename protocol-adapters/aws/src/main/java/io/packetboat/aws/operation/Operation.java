package io.packetboat.aws.operation;

import java.util.concurrent.CompletionStage;

/**
 * One action of an AWS API; one class, called exactly as AWS calls the action.
 *
 * <p>Both methods run on an event loop, that serves many clients: they must not block. They, and the stage, fail with a
 * {@link RequestRefused} or any {@link io.packetboat.kernel.PacketboatException} that the API's {@link ErrorTable} knows.
 *
 * @param <R> the request as a record of checked values
 */
public interface Operation<R> {

    /** Reads and checks the request's own values; calls nobody. */
    R read(Parameters parameters);

    /**
     * Carries the action out. The answer is sent when the stage completes, on whichever thread.
     *
     * <p>What waits for something to happen (a long poll) is handed to {@link Call#withdrawable}, so that it ends when
     * the client has gone.
     */
    CompletionStage<Answer> handle(R request, Call call);

    /** The action's name in the API. */
    default String name() {
        return getClass().getSimpleName();
    }
}
