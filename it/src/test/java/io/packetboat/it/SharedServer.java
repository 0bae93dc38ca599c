package io.packetboat.it;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The one server that all tests share which leave it as they found it: started with the first of them, stopped after the
 * last. Test methods get it as a parameter of type {@link PacketboatServer}.
 */
public final class SharedServer implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        server(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PacketboatServer.class;
    }

    @Override
    public PacketboatServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    private static PacketboatServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        PacketboatServer.class, key -> PacketboatServer.started("shared"), PacketboatServer.class);
    }
}
