package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The actions on telephones and mobile devices, all of which are refused: nothing here delivers to those. */
final class WithoutGateway implements Operation<WithoutGateway.Request> {
    private final String name;

    private WithoutGateway(String name) {
        this.name = name;
    }

    static Stream<Operation<?>> all() {
        return Stream.of(
                        "CheckIfPhoneNumberIsOptedOut",
                        "CreatePlatformApplication",
                        "CreatePlatformEndpoint",
                        "DeleteEndpoint",
                        "DeletePlatformApplication",
                        "GetEndpointAttributes",
                        "GetPlatformApplicationAttributes",
                        "GetSMSAttributes",
                        "ListEndpointsByPlatformApplication",
                        "ListPlatformApplications",
                        "SetEndpointAttributes",
                        "SetPlatformApplicationAttributes",
                        "SetSMSAttributes")
                .map(WithoutGateway::new);
    }

    /** Not looked at. */
    record Request() {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public Request read(Parameters parameters) {
        return new Request();
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return CompletableFuture.failedFuture(SnsErrors.invalid(
                name + " Reason: no gateway to telephones and mobile devices is set up on this node"));
    }
}
