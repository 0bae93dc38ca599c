/** Doubles of the facades on subscriptions, which their package alone can make. */
@NullMarked
package io.packetboat.subscription;

import org.jspecify.annotations.NullMarked;
