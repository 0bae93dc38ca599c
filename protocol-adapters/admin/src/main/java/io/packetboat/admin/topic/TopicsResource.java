package io.packetboat.admin.topic;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.admin.message.NewMessageRepresentation;
import io.packetboat.admin.message.SentRepresentation;
import io.packetboat.admin.page.PageParameters;
import io.packetboat.admin.page.PageRepresentation;
import io.packetboat.admin.path.Created;
import io.packetboat.admin.path.PathName;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.CountedTopic;
import io.packetboat.subscription.CountedTopics;
import io.packetboat.subscription.ReportedSubscriptions;
import io.packetboat.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The topics of the node. */
@Path("topics")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Topics", description = "The topics, whichever protocol made them, and their durable subscriptions")
public class TopicsResource {
    private final Topics topics;
    private final CountedTopics counted;
    private final ReportedSubscriptions reported;
    private final CurrentCaller current;

    @Inject
    public TopicsResource(Topics topics, CountedTopics counted, ReportedSubscriptions reported, CurrentCaller current) {
        this.topics = topics;
        this.counted = counted;
        this.reported = reported;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected TopicsResource() {
        this(null, null, null, null);
    }

    @GET
    @Operation(operationId = "listTopics", summary = "List topics by name")
    public PageRepresentation<TopicRepresentation> list(
            @BeanParam PageParameters parameters,
            @Parameter(description = "Only topics whose name contains this, whatever its case.")
                    @QueryParam("contains")
                    @DefaultValue("")
                    String contains) {
        return PageRepresentation.of(
                counted.list(current.caller(), contains, parameters.page()), TopicRepresentation::of);
    }

    @POST
    @Operation(operationId = "createTopic", summary = "Create a topic")
    @APIResponse(
            responseCode = "201",
            description = "Created; Location names it",
            content = @Content(schema = @Schema(implementation = TopicRepresentation.class)))
    public Response create(TopicRepresentation.New wanted, @Context UriInfo uri) {
        TopicRepresentation created = TopicRepresentation.of(
                new CountedTopic(topics.create(current.caller(), new TopicName(wanted.topicName())), 0));
        return Created.at(created.path(), created, uri);
    }

    @GET
    @Path("{topicName}")
    @Operation(operationId = "readTopic", summary = "Read a topic")
    public TopicRepresentation read(@PathParam("topicName") String topicName) {
        return TopicRepresentation.of(counted.require(current.caller(), named(topicName)));
    }

    @DELETE
    @Path("{topicName}")
    @Operation(operationId = "deleteTopic", summary = "Delete a topic, its subscriptions and their messages")
    public void delete(@PathParam("topicName") String topicName) {
        topics.delete(current.caller(), named(topicName));
    }

    @POST
    @Path("{topicName}/messages")
    @Operation(operationId = "publishMessage", summary = "Publish a message to all who are subscribed now")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(schema = @Schema(implementation = SentRepresentation.class)))
    public Response publish(@PathParam("topicName") String topicName, NewMessageRepresentation message) {
        long id = topics.publish(current.caller(), named(topicName), message.message());
        return SentRepresentation.answer(id);
    }

    @GET
    @Path("{topicName}/subscriptions")
    @Operation(operationId = "listSubscriptions", summary = "List a topic's durable subscriptions by name")
    public PageRepresentation<SubscriptionRepresentation> subscriptions(
            @PathParam("topicName") String topicName, @BeanParam PageParameters parameters) {
        return PageRepresentation.of(
                topics.listSubscriptions(current.caller(), named(topicName), parameters.page()),
                SubscriptionRepresentation::of);
    }

    @GET
    @Path("{topicName}/subscriptions/{subscriptionName}/settings")
    @Operation(operationId = "readSubscriptionSettings", summary = "Read what a durable subscription does differently")
    public SubscriptionSettingsRepresentation settings(
            @PathParam("topicName") String topicName, @PathParam("subscriptionName") String subscriptionName) {
        return SubscriptionSettingsRepresentation.of(topics.settingsOf(
                current.caller(), named(topicName), PathName.decode("subscriptionName", subscriptionName)));
    }

    @PUT
    @Path("{topicName}/subscriptions/{subscriptionName}/settings")
    @Operation(
            operationId = "changeSubscriptionSettings",
            summary = "Replace a durable subscription's settings",
            description = "Whatever is absent goes back to the default. They end with the subscription.")
    public void change(
            @PathParam("topicName") String topicName,
            @PathParam("subscriptionName") String subscriptionName,
            SubscriptionSettingsRepresentation wanted) {
        topics.changeSubscription(
                current.caller(),
                named(topicName),
                PathName.decode("subscriptionName", subscriptionName),
                wanted.settings());
    }

    @DELETE
    @Path("{topicName}/subscriptions/{subscriptionName}")
    @Operation(operationId = "deleteSubscription", summary = "End a durable subscription and drop its messages")
    public void deleteSubscription(
            @PathParam("topicName") String topicName, @PathParam("subscriptionName") String subscriptionName) {
        topics.deleteSubscription(
                current.caller(), named(topicName), PathName.decode("subscriptionName", subscriptionName));
    }

    @GET
    @Path("{topicName}/sns-subscriptions")
    @Operation(
            operationId = "listSnsSubscriptions",
            summary = "List a topic's subscriptions of SNS and how deliveries to them go",
            description = "Sorted by protocol and endpoint.")
    public PageRepresentation<SnsSubscriptionRepresentation> snsSubscriptions(
            @PathParam("topicName") String topicName,
            @BeanParam SnsSubscriptionParameters wanted,
            @BeanParam PageParameters parameters) {
        return PageRepresentation.of(
                reported.list(current.caller(), named(topicName), wanted.search(), parameters.page()),
                SnsSubscriptionRepresentation::of);
    }

    private static TopicName named(String segment) {
        return new TopicName(PathName.decode("topicName", segment));
    }
}
