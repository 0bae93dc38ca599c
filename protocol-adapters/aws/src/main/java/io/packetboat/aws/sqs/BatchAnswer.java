package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Members;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The answer to a batch: which entries succeeded and which failed.
 *
 * @param successfulName what Query calls a successful one
 * @param writer writes a successful entry
 */
record BatchAnswer<T>(
        String successfulName, List<T> successful, BiConsumer<T, Members> writer, List<BatchFailure> failed)
        implements Answer {
    private static final ListName FAILED = ListName.flat("Failed", "BatchResultErrorEntry");

    @Override
    public void writeTo(Members members) {
        members.structures(ListName.flat("Successful", successfulName), successful, writer);
        if (!failed.isEmpty()) {
            members.structures(FAILED, failed, BatchFailure::writeTo);
        }
    }
}
