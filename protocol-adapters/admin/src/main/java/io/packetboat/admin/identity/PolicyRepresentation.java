package io.packetboat.admin.identity;

import io.packetboat.identity.Policy;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy. */
@Schema(
        name = "Policy",
        requiredProperties = {"policyName", "document", "changedAt"})
public record PolicyRepresentation(
        String policyName,

        @Schema(description = "IAM's policy document as JSON text, exactly as it was put.")
        String document,

        Instant changedAt) {

    static PolicyRepresentation of(Policy policy) {
        return new PolicyRepresentation(policy.name().value(), policy.document().text(), policy.changedAt());
    }

    /** What a policy shall say. */
    @Schema(name = "NewPolicy", requiredProperties = "document")
    public record New(
            @Schema(
                    description = "IAM's policy document as JSON text: Version 2012-10-17, statements with Effect,"
                            + " Action or NotAction, Resource or NotResource and Condition. At most 6144 characters"
                            + " without white space.",
                    examples =
                            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sqs:*\",\"Resource\":\"arn:aws:sqs:*:*:orders\"}]}")
            String document) {}
}
