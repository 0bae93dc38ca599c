/** The AWS endpoint, with AWS's own SDK and with clients that tamper with what it signs. */
@NullMarked
package io.packetboat.it.aws;

import org.jspecify.annotations.NullMarked;
