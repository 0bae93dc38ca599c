package io.packetboat.aws.operation;

import java.util.concurrent.CompletionStage;

/**
 * An action that may also be asked for without a signature, because its parameters prove what is needed: the link in a
 * mail with its token, say.
 *
 * <p>A signed request is verified and {@link #handle handled} like any other; one that bears no signature at all goes to
 * {@link #handleUnsigned}. A wrong signature is refused, never taken for none.
 *
 * @param <R> the request as a record of checked values
 */
public interface OpenOperation<R> extends Operation<R> {

    /**
     * Carries the action out for a stranger; the same rules hold as for {@link #handle}.
     *
     * <p>What does not prove itself should be refused here, before anything is handed to {@link BlockingWork}: anybody may
     * call this as often as the network lets them. The endpoint lets only few strangers in at a time.
     */
    CompletionStage<Answer> handleUnsigned(R request, Visit visit);
}
