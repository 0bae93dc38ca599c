/** Requests and answers byte by byte, as the golden files of each service have them. */
@NullMarked
package io.packetboat.aws.golden;

import org.jspecify.annotations.NullMarked;
