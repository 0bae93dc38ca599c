/**
 * The actions of Amazon SQS, one class each, spoken in AWS JSON 1.0 and in Query.
 *
 * <p>They read a request, call one method of a facade and write its answer; limits that can be told from the request alone
 * are checked here, in AWS's words, and all others by the features. Nothing here blocks: commands on definitions go through
 * {@link io.packetboat.aws.operation.BlockingWork}, messages complete asynchronously. Stateless, safe for any thread.
 */
@NullMarked
package io.packetboat.aws.sqs;

import org.jspecify.annotations.NullMarked;
