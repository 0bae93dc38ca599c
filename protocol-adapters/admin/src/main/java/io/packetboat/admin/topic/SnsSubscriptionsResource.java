package io.packetboat.admin.topic;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.fanout.TestMessages;
import io.packetboat.subscription.ReportedSubscriptions;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.subscription.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The subscriptions of SNS, one by one. */
@Path("sns-subscriptions/{subscriptionId}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SNS subscriptions", description = "Queues and other endpoints that were subscribed through SNS")
public class SnsSubscriptionsResource {
    private final ReportedSubscriptions reported;
    private final Subscriptions subscriptions;
    private final TestMessages tests;
    private final CurrentCaller current;

    @Inject
    public SnsSubscriptionsResource(
            ReportedSubscriptions reported, Subscriptions subscriptions, TestMessages tests, CurrentCaller current) {
        this.reported = reported;
        this.subscriptions = subscriptions;
        this.tests = tests;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected SnsSubscriptionsResource() {
        this(null, null, null, null);
    }

    @GET
    @Operation(operationId = "readSnsSubscription", summary = "Read a subscription and how deliveries to it go")
    public SnsSubscriptionRepresentation read(@PathParam("subscriptionId") String subscriptionId) {
        return SnsSubscriptionRepresentation.of(reported.require(current.caller(), new SubscriptionId(subscriptionId)));
    }

    @DELETE
    @Operation(operationId = "endSnsSubscription", summary = "End a subscription, or find that there is none")
    public void end(@PathParam("subscriptionId") String subscriptionId) {
        subscriptions.end(current.caller(), new SubscriptionId(subscriptionId));
    }

    @POST
    @Path("test-message")
    @Operation(
            operationId = "sendTestMessage",
            summary = "Deliver a test message to this subscription alone",
            description = "It takes the way of what is published, whatever the filter policy says, and carries the"
                    + " attribute `packetboat.test`. Needs sns:Publish on the topic.")
    public TestMessageRepresentation test(@PathParam("subscriptionId") String subscriptionId) {
        return TestMessageRepresentation.of(tests.send(current.caller(), new SubscriptionId(subscriptionId)));
    }
}
