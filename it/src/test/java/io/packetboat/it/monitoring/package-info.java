/** What load balancers, orchestrators and Prometheus see of a running server. */
@NullMarked
package io.packetboat.it.monitoring;

import org.jspecify.annotations.NullMarked;
