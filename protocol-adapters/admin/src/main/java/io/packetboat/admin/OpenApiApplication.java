package io.packetboat.admin;

import io.packetboat.admin.openapi.OpenApiResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.Set;

/** The description of the API, beside it and behind the same login. */
@ApplicationPath("/openapi")
public class OpenApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new LinkedHashSet<>(Providers.ALL);
        classes.add(OpenApiResource.class);
        return classes;
    }
}
