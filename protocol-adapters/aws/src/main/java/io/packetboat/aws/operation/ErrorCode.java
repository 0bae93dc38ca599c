package io.packetboat.aws.operation;

/**
 * An error as AWS names it.
 *
 * @param shape the name of the error's shape, what JSON answers as its type and SDKs make an exception of
 * @param queryCode the code in Query's XML, and in {@code x-amzn-query-error} for SDKs that still expect it
 * @param status the HTTP status that Query answers with
 * @param fault whose it is
 * @param origin where the shape is defined
 */
public record ErrorCode(String shape, String queryCode, int status, Fault fault, Origin origin) {

    /** Whose fault an error is; what Query's XML says as its type. */
    public enum Fault {
        SENDER("Sender"),
        RECEIVER("Receiver");

        private final String wireName;

        Fault(String wireName) {
            this.wireName = wireName;
        }

        /** As the wire spells it. */
        public String wireName() {
            return wireName;
        }
    }

    /** Where an error's shape is defined; JSON's type names it before the shape. */
    public enum Origin {
        /** In the service's own model. */
        SERVICE,
        /** In the frame that all services share. */
        COMMON
    }

    /** An error of a service's model that is the client's fault, answered with status 400. */
    public static ErrorCode of(String shape, String queryCode) {
        return new ErrorCode(shape, queryCode, 400, Fault.SENDER, Origin.SERVICE);
    }

    /** An error of a service's model with the same name on both protocols. */
    public static ErrorCode of(String shape) {
        return of(shape, shape);
    }

    /** An error of every service that is the client's fault. */
    public static ErrorCode common(String shape, String queryCode, int status) {
        return new ErrorCode(shape, queryCode, status, Fault.SENDER, Origin.COMMON);
    }

    /** The same with another status of Query. */
    public ErrorCode withStatus(int other) {
        return new ErrorCode(shape, queryCode, other, fault, origin);
    }

    /** The same as a fault of the service. */
    public ErrorCode asReceiverFault() {
        return new ErrorCode(shape, queryCode, status, Fault.RECEIVER, origin);
    }
}
