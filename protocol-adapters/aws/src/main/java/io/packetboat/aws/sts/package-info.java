/** The actions of AWS STS that tools call to see who they are; no credentials are issued here. Pure, safe for any thread. */
@NullMarked
package io.packetboat.aws.sts;

import org.jspecify.annotations.NullMarked;
