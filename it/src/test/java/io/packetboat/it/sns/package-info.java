/** SNS as its users meet it: the AWS SDK, with the clients of the other protocols on the same topics. */
@NullMarked
package io.packetboat.it.sns;

import org.jspecify.annotations.NullMarked;
