package io.packetboat.audit;

import io.packetboat.kernel.Caller;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the public methods of facades that neither leave an audit record nor are marked as reads; for tests.
 *
 * <p>A command leaves one if it names its action and takes the caller first; a {@link DataEvent} leaves none on purpose.
 */
public final class AuditCoverage {
    private AuditCoverage() {}

    /** The methods at fault as {@code Class.method}, sorted; a container's proxy classes count as the class they stand for. */
    public static List<String> unmarkedMethods(Collection<Class<?>> facades) {
        return facades.stream()
                .map(AuditCoverage::withoutProxy)
                .distinct()
                .flatMap(AuditCoverage::unmarkedMethods)
                .sorted()
                .toList();
    }

    private static Class<?> withoutProxy(Class<?> type) {
        return type.isSynthetic() || type.getSimpleName().contains("$") ? type.getSuperclass() : type;
    }

    private static Stream<String> unmarkedMethods(Class<?> facade) {
        return Arrays.stream(facade.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !isMarked(method))
                .map(method -> facade.getSimpleName() + "." + method.getName());
    }

    private static boolean isMarked(Method method) {
        return method.isAnnotationPresent(ReadOnly.class) || isAudited(method) || isDataEvent(method);
    }

    private static boolean isDataEvent(Method method) {
        DataEvent event = method.getAnnotation(DataEvent.class);
        return event != null && !event.value().isEmpty() && takesTheCaller(method);
    }

    private static boolean isAudited(Method method) {
        Audited audited = method.getAnnotation(Audited.class);
        return audited != null && !audited.value().isEmpty() && takesTheCaller(method);
    }

    private static boolean takesTheCaller(Method method) {
        return method.getParameterCount() > 0 && method.getParameterTypes()[0] == Caller.class;
    }
}
