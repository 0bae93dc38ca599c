/**
 * Health and figures of the node for orchestrators and monitoring systems: {@code /health} and {@code /metrics}.
 *
 * <p>The first two are MicroProfile Health and Metrics, open without a login; {@code /api/v1/metrics} tells the same
 * figures to users. Translates what the facades answer and decides nothing. Runs on Liberty's request threads, and on one
 * thread of its own while queues come and go.
 */
@NullMarked
package io.packetboat.admin.monitoring;

import org.jspecify.annotations.NullMarked;
