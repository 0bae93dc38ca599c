package io.packetboat.admin.topic;

import io.packetboat.subscription.SubscriptionSearch;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that narrow a list of SNS's subscriptions. */
public class SnsSubscriptionParameters {
    @Parameter(description = "Only those of this protocol, by SNS's name of it.")
    @QueryParam("protocol")
    @DefaultValue("")
    private String protocol = "";

    @Parameter(description = "Only those whose endpoint contains this, whatever its case.")
    @QueryParam("contains")
    @DefaultValue("")
    private String contains = "";

    SubscriptionSearch search() {
        return new SubscriptionSearch(Optional.of(protocol).filter(text -> !text.isEmpty()), contains);
    }
}
