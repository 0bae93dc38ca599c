package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.operation.Members;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.kernel.PacketboatException;

/** Why one entry of a batch failed, as its answer tells. */
record BatchFailure(String id, PacketboatException failure) {

    /** Whether a failure at one entry is one of the whole request: it cannot be read, or the queue cannot be used. */
    static boolean concernsAll(PacketboatException failure) {
        if (failure instanceof RequestRefused refused) {
            return refused.code() == CommonErrors.MALFORMED_INPUT || refused.code() == CommonErrors.MISSING_PARAMETER;
        }
        return switch (failure.kind()) {
            case INVALID, CONFLICT, LIMIT_EXCEEDED, UNSUPPORTED -> false;
            case UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, THROTTLED, UNAVAILABLE, INTERNAL -> true;
        };
    }

    void writeTo(Members members) {
        ErrorCode code = SqsErrors.TABLE.codeOf(failure);
        members.text("Id", id);
        members.flag("SenderFault", code.fault() == ErrorCode.Fault.SENDER);
        members.text("Code", code.queryCode());
        members.text("Message", String.valueOf(failure.getMessage()));
    }
}
