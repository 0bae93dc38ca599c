package io.packetboat.admin.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** Gives every operation of the document the response that any request may get; used by the build alone. */
public final class ProblemResponses implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        operation.getResponses().setDefaultValue(OASFactory.createAPIResponse().ref("Problem"));
        return operation;
    }
}
