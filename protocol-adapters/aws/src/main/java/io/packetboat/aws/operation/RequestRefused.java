package io.packetboat.aws.operation;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** A request is refused with exactly this error of AWS. */
public final class RequestRefused extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;

    public RequestRefused(ErrorCode code, String message) {
        super(kindOf(code), message);
        this.code = code;
    }

    /** The request lacks a member that the action cannot do without. */
    public static RequestRefused missing(String member) {
        return new RequestRefused(
                CommonErrors.MISSING_PARAMETER, "The request must contain the parameter " + member + ".");
    }

    /** A member has a value that cannot be; the reason starts with a capital and ends with a full stop. */
    public static RequestRefused invalidValue(String member, String value, String reason) {
        return new RequestRefused(
                CommonErrors.INVALID_PARAMETER_VALUE,
                "Value " + value + " for parameter " + member + " is invalid. Reason: " + reason);
    }

    /** The request cannot be read. */
    public static RequestRefused malformed(String why) {
        return new RequestRefused(CommonErrors.MALFORMED_INPUT, why);
    }

    public ErrorCode code() {
        return code;
    }

    private static ErrorKind kindOf(ErrorCode code) {
        return code.fault() == ErrorCode.Fault.SENDER ? ErrorKind.INVALID : ErrorKind.UNAVAILABLE;
    }
}
