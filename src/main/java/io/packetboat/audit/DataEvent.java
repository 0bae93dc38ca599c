package io.packetboat.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command of a facade that moves data rather than changing what is set up, such as {@code sqs:SendMessage}.
 *
 * <p>As on AWS, data events are no part of the default trail: no record is written here. The first parameter is the
 * {@link io.packetboat.kernel.Caller}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DataEvent {
    /** The action in IAM's spelling. */
    String value();
}
