package io.packetboat.aws.endpoint;

import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.wire.WireRequest;

/** What a connection hands on for being answered. */
sealed interface Incoming {

    /** Has the right method called. */
    void handTo(Taker taker);

    /** Gives back what it holds of the budget; it counts from its first line until its answer has gone. */
    default void release() {}

    /** Whether nothing that follows is listened to. */
    boolean isLast();

    /** Takes each kind. */
    interface Taker {
        void take(Whole whole);

        void take(Broken broken);
    }

    /**
     * A request that has arrived wholly.
     *
     * @param keepAlive whether the client wants to go on after the answer
     * @param share of the budget that it takes
     */
    record Whole(WireRequest request, boolean keepAlive, RequestBudget.Share share) implements Incoming {
        @Override
        public void handTo(Taker taker) {
            taker.take(this);
        }

        @Override
        public boolean isLast() {
            return false;
        }

        @Override
        public void release() {
            share.release();
        }
    }

    /**
     * Something that cannot be received to its end; the connection ends with its answer.
     *
     * @param request as far as it is known
     */
    record Broken(WireRequest request, ErrorCode code, String message) implements Incoming {
        @Override
        public void handTo(Taker taker) {
            taker.take(this);
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }
}
