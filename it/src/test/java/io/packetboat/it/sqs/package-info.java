/** SQS by the clients that people have, and its bridge to the clients of all other protocols. */
@NullMarked
package io.packetboat.it.sqs;

import org.jspecify.annotations.NullMarked;
