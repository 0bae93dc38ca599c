package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.operation.ErrorTable;
import io.packetboat.delivery.InFlightLimitReached;
import io.packetboat.delivery.InvalidMessageContents;
import io.packetboat.delivery.MessageNotInFlight;
import io.packetboat.delivery.ReceiptHandleExpired;
import io.packetboat.delivery.ReceiptHandleInvalid;
import io.packetboat.policy.PolicyRefused;
import io.packetboat.queue.AttributeRefused;
import io.packetboat.queue.AttributeUnknown;
import io.packetboat.queue.MoveTaskActive;
import io.packetboat.queue.MoveTaskNotFound;
import io.packetboat.queue.PurgeInProgress;
import io.packetboat.queue.QueueInUse;
import io.packetboat.queue.QueueNameTaken;
import io.packetboat.queue.QueueNotFound;
import io.packetboat.queue.QueuePermission;

/**
 * The errors of SQS's own model.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html">SQS actions</a>
 */
final class SqsErrors {
    static final ErrorCode BATCH_ENTRY_IDS_NOT_DISTINCT = prefixed("BatchEntryIdsNotDistinct");
    static final ErrorCode BATCH_REQUEST_TOO_LONG = prefixed("BatchRequestTooLong");
    static final ErrorCode EMPTY_BATCH_REQUEST = prefixed("EmptyBatchRequest");
    static final ErrorCode INVALID_ADDRESS = ErrorCode.of("InvalidAddress").withStatus(404);
    static final ErrorCode INVALID_ATTRIBUTE_NAME = ErrorCode.of("InvalidAttributeName");
    static final ErrorCode INVALID_ATTRIBUTE_VALUE = ErrorCode.of("InvalidAttributeValue");
    static final ErrorCode INVALID_BATCH_ENTRY_ID = prefixed("InvalidBatchEntryId");
    static final ErrorCode INVALID_MESSAGE_CONTENTS = ErrorCode.of("InvalidMessageContents");
    static final ErrorCode MESSAGE_NOT_IN_FLIGHT = prefixed("MessageNotInflight");
    static final ErrorCode OVER_LIMIT = ErrorCode.of("OverLimit").withStatus(403);
    static final ErrorCode PURGE_QUEUE_IN_PROGRESS =
            prefixed("PurgeQueueInProgress").withStatus(403);
    static final ErrorCode QUEUE_DOES_NOT_EXIST =
            ErrorCode.of("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue");
    static final ErrorCode QUEUE_NAME_EXISTS = ErrorCode.of("QueueNameExists", "QueueAlreadyExists");
    static final ErrorCode RECEIPT_HANDLE_IS_INVALID =
            ErrorCode.of("ReceiptHandleIsInvalid").withStatus(404);
    static final ErrorCode RESOURCE_NOT_FOUND =
            ErrorCode.of("ResourceNotFoundException").withStatus(404);
    static final ErrorCode TOO_MANY_ENTRIES = prefixed("TooManyEntriesInBatchRequest");
    static final ErrorCode UNSUPPORTED_OPERATION = prefixed("UnsupportedOperation");

    /** What features' failures are called in SQS. */
    static final ErrorTable TABLE = ErrorTable.COMMON
            .with(QueueNotFound.class, QUEUE_DOES_NOT_EXIST)
            .with(QueueNameTaken.class, QUEUE_NAME_EXISTS)
            .with(QueueInUse.class, UNSUPPORTED_OPERATION)
            .with(AttributeRefused.class, INVALID_ATTRIBUTE_VALUE)
            .with(AttributeUnknown.class, INVALID_ATTRIBUTE_NAME)
            .with(PolicyRefused.class, INVALID_ATTRIBUTE_VALUE)
            .with(QueuePermission.LimitReached.class, OVER_LIMIT)
            .with(MoveTaskNotFound.class, RESOURCE_NOT_FOUND)
            .with(MoveTaskActive.class, UNSUPPORTED_OPERATION)
            .with(PurgeInProgress.class, PURGE_QUEUE_IN_PROGRESS)
            .with(InvalidMessageContents.class, INVALID_MESSAGE_CONTENTS)
            .with(ReceiptHandleInvalid.class, RECEIPT_HANDLE_IS_INVALID)
            .with(ReceiptHandleExpired.class, CommonErrors.INVALID_PARAMETER_VALUE)
            .with(MessageNotInFlight.class, MESSAGE_NOT_IN_FLIGHT)
            .with(InFlightLimitReached.class, OVER_LIMIT);

    private SqsErrors() {}

    private static ErrorCode prefixed(String shape) {
        return ErrorCode.of(shape, "AWS.SimpleQueueService." + shape);
    }
}
