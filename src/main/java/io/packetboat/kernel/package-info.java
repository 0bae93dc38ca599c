/**
 * The values that every feature and every door shares: names, ARNs, the caller of a command, pages and the root failure.
 *
 * <p>Nothing here knows the broker, the database or a wire format, and nothing here imports more than the JDK. All types
 * are immutable and safe to share between threads.
 */
@NullMarked
package io.packetboat.kernel;

import org.jspecify.annotations.NullMarked;
