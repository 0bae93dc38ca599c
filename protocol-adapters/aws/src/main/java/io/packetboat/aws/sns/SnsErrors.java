package io.packetboat.aws.sns;

import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.operation.ErrorTable;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.fanout.BatchTooLong;
import io.packetboat.fanout.InvalidNotification;
import io.packetboat.filter.InvalidFilterPolicy;
import io.packetboat.identity.AccessDenied;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.policy.PolicyRefused;
import io.packetboat.retry.InvalidDeliveryPolicy;
import io.packetboat.subscription.EndpointRefused;
import io.packetboat.subscription.FilterPolicyLimitReached;
import io.packetboat.subscription.NoSuchSubscription;
import io.packetboat.subscription.ReplayLimitReached;
import io.packetboat.subscription.SubscriptionLimitReached;
import io.packetboat.subscription.SubscriptionRefused;
import io.packetboat.topic.TopicArchived;
import io.packetboat.topic.TopicLimitReached;
import io.packetboat.topic.TopicNotFound;
import io.packetboat.topic.TopicRefused;
import io.packetboat.topic.TopicTags;

/**
 * The errors of SNS's own model.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Operations.html">SNS actions</a>
 */
final class SnsErrors {
    static final ErrorCode BATCH_ENTRY_IDS_NOT_DISTINCT =
            ErrorCode.of("BatchEntryIdsNotDistinctException", "BatchEntryIdsNotDistinct");
    static final ErrorCode BATCH_REQUEST_TOO_LONG = ErrorCode.of("BatchRequestTooLongException", "BatchRequestTooLong");
    static final ErrorCode EMPTY_BATCH_REQUEST = ErrorCode.of("EmptyBatchRequestException", "EmptyBatchRequest");
    static final ErrorCode INVALID_BATCH_ENTRY_ID = ErrorCode.of("InvalidBatchEntryIdException", "InvalidBatchEntryId");
    static final ErrorCode INVALID_PARAMETER_VALUE =
            ErrorCode.of("InvalidParameterValueException", "ParameterValueInvalid");
    static final ErrorCode TOO_MANY_ENTRIES =
            ErrorCode.of("TooManyEntriesInBatchRequestException", "TooManyEntriesInBatchRequest");
    static final ErrorCode AUTHORIZATION_ERROR =
            ErrorCode.of("AuthorizationErrorException", "AuthorizationError").withStatus(403);
    static final ErrorCode FILTER_POLICY_LIMIT_EXCEEDED = ErrorCode.of(
                    "FilterPolicyLimitExceededException", "FilterPolicyLimitExceeded")
            .withStatus(403);
    static final ErrorCode INVALID_PARAMETER = ErrorCode.of("InvalidParameterException", "InvalidParameter");
    static final ErrorCode NOT_FOUND =
            ErrorCode.of("NotFoundException", "NotFound").withStatus(404);
    static final ErrorCode INVALID_STATE = ErrorCode.of("InvalidStateException", "InvalidState");
    static final ErrorCode REPLAY_LIMIT_EXCEEDED =
            ErrorCode.of("ReplayLimitExceededException", "ReplayLimitExceeded").withStatus(403);
    static final ErrorCode RESOURCE_NOT_FOUND =
            ErrorCode.of("ResourceNotFoundException", "ResourceNotFound").withStatus(404);
    static final ErrorCode SUBSCRIPTION_LIMIT_EXCEEDED = ErrorCode.of(
                    "SubscriptionLimitExceededException", "SubscriptionLimitExceeded")
            .withStatus(403);
    static final ErrorCode TAG_LIMIT_EXCEEDED = ErrorCode.of("TagLimitExceededException", "TagLimitExceeded");
    static final ErrorCode TOPIC_LIMIT_EXCEEDED =
            ErrorCode.of("TopicLimitExceededException", "TopicLimitExceeded").withStatus(403);

    /** What features' failures are called in SNS. */
    static final ErrorTable TABLE = ErrorTable.COMMON
            .with(AccessDenied.class, AUTHORIZATION_ERROR)
            .with(BatchTooLong.class, BATCH_REQUEST_TOO_LONG)
            .with(EndpointRefused.class, INVALID_PARAMETER)
            .with(FilterPolicyLimitReached.class, FILTER_POLICY_LIMIT_EXCEEDED)
            .with(InvalidDeliveryPolicy.class, INVALID_PARAMETER)
            .with(InvalidFilterPolicy.class, INVALID_PARAMETER)
            .with(InvalidNotification.class, INVALID_PARAMETER)
            .with(InvalidValue.class, INVALID_PARAMETER)
            .with(NoSuchSubscription.class, NOT_FOUND)
            .with(PolicyRefused.class, INVALID_PARAMETER)
            .with(ReplayLimitReached.class, REPLAY_LIMIT_EXCEEDED)
            .with(SubscriptionLimitReached.class, SUBSCRIPTION_LIMIT_EXCEEDED)
            .with(SubscriptionRefused.class, INVALID_PARAMETER)
            .with(TopicArchived.class, INVALID_STATE)
            .with(TopicLimitReached.class, TOPIC_LIMIT_EXCEEDED)
            .with(TopicNotFound.class, NOT_FOUND)
            .with(TopicRefused.class, INVALID_PARAMETER)
            .with(TopicTags.TooMany.class, TAG_LIMIT_EXCEEDED);

    private SnsErrors() {}

    /** SNS's InvalidParameter; {@code what} names the parameter and may go on with {@code Reason: ...}. */
    static RequestRefused invalid(String what) {
        return new RequestRefused(INVALID_PARAMETER, "Invalid parameter: " + what);
    }

    /** As SNS says that a parameter is missing. */
    static RequestRefused missing(String parameter) {
        return invalid(parameter + " Reason: no value for required parameter");
    }
}
