package io.packetboat.aws.sts;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.UserName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells the caller who it is. Needs no right, as on AWS. */
final class GetCallerIdentity implements Operation<GetCallerIdentity.Request> {
    private final AccountId account;

    GetCallerIdentity(AccountId account) {
        this.account = account;
    }

    /** Has no members. */
    record Request() {}

    @Override
    public Request read(Parameters parameters) {
        return new Request();
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        UserName user = call.caller().user();
        return CompletableFuture.completedStage(answer -> {
            answer.text("Arn", "arn:aws:iam::" + account + ":user/" + user);
            answer.text("UserId", user.value());
            answer.text("Account", account.value());
        });
    }
}
