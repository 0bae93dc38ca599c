package io.packetboat.audit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command of a facade: one audit record is written for every call, with the outcome.
 *
 * <p>The method's first parameter is the {@link io.packetboat.kernel.Caller}; parameters marked {@link AuditSubject}
 * name the resource. Other arguments are never recorded, so secrets and message bodies cannot reach the trail.
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Audited {
    /** The action in IAM's spelling, for example {@code sqs:CreateQueue} or {@code packetboat:CreateUser}. */
    @Nonbinding
    String value() default "";
}
