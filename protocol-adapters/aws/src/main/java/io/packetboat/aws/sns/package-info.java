/**
 * The actions of Amazon SNS, one class each, called exactly as AWS calls them, and what their parameters and errors share.
 *
 * <p>SNS is spoken in Query alone. Each action reads its parameters into checked values, calls one method of the facades in
 * {@code io.packetboat.topic} and {@code io.packetboat.subscription}, and writes the answer. What asks the database goes
 * through {@link io.packetboat.aws.operation.BlockingWork}. Stateless, safe for any thread.
 */
@NullMarked
package io.packetboat.aws.sns;

import org.jspecify.annotations.NullMarked;
