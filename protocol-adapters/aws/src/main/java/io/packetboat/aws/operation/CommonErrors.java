package io.packetboat.aws.operation;

import io.packetboat.kernel.ErrorKind;

/**
 * The errors that every AWS service shares.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html">Common errors</a>
 */
public final class CommonErrors {
    public static final ErrorCode ACCESS_DENIED = ErrorCode.common("AccessDeniedException", "AccessDenied", 403);
    public static final ErrorCode INCOMPLETE_SIGNATURE =
            ErrorCode.common("IncompleteSignatureException", "IncompleteSignature", 400);
    public static final ErrorCode INTERNAL_FAILURE =
            ErrorCode.common("InternalFailure", "InternalFailure", 500).asReceiverFault();
    public static final ErrorCode INVALID_ACTION = ErrorCode.common("UnknownOperationException", "InvalidAction", 400);
    public static final ErrorCode INVALID_PARAMETER_VALUE =
            ErrorCode.common("InvalidParameterValueException", "InvalidParameterValue", 400);
    public static final ErrorCode INVALID_TOKEN =
            ErrorCode.common("UnrecognizedClientException", "InvalidClientTokenId", 403);
    public static final ErrorCode MALFORMED_INPUT = ErrorCode.common("SerializationException", "MalformedInput", 400);
    public static final ErrorCode MISSING_ACTION = ErrorCode.common("MissingActionException", "MissingAction", 400);
    public static final ErrorCode MISSING_AUTHENTICATION =
            ErrorCode.common("MissingAuthenticationTokenException", "MissingAuthenticationToken", 403);
    public static final ErrorCode MISSING_PARAMETER =
            ErrorCode.common("MissingRequiredParameterException", "MissingParameter", 400);
    public static final ErrorCode REQUEST_TOO_LARGE =
            ErrorCode.common("RequestEntityTooLargeException", "RequestEntityTooLarge", 413);
    public static final ErrorCode RESOURCE_NOT_FOUND =
            ErrorCode.common("ResourceNotFoundException", "ResourceNotFound", 400);
    public static final ErrorCode SERVICE_UNAVAILABLE =
            ErrorCode.common("ServiceUnavailable", "ServiceUnavailable", 503).asReceiverFault();
    public static final ErrorCode SIGNATURE_DOES_NOT_MATCH =
            ErrorCode.common("InvalidSignatureException", "SignatureDoesNotMatch", 403);
    public static final ErrorCode THROTTLING = ErrorCode.common("ThrottlingException", "Throttling", 400);
    public static final ErrorCode UNSUPPORTED_OPERATION =
            ErrorCode.common("UnsupportedOperation", "UnsupportedOperation", 400);

    private CommonErrors() {}

    /** What a failure is answered as for which a service has nothing better. */
    static ErrorCode of(ErrorKind kind) {
        return switch (kind) {
            case INVALID, CONFLICT, LIMIT_EXCEEDED -> INVALID_PARAMETER_VALUE;
            case UNAUTHENTICATED -> INVALID_TOKEN;
            case FORBIDDEN -> ACCESS_DENIED;
            case NOT_FOUND -> RESOURCE_NOT_FOUND;
            case THROTTLED -> THROTTLING;
            case UNSUPPORTED -> UNSUPPORTED_OPERATION;
            case UNAVAILABLE -> SERVICE_UNAVAILABLE;
            case INTERNAL -> INTERNAL_FAILURE;
        };
    }
}
