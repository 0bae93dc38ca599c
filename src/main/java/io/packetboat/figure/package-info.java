/**
 * The numbers that a monitoring system scrapes: by queue, by protocol and for the node.
 *
 * <p>Nothing is collected in between: a scrape reads the broker's own counters in one walk, and one such snapshot answers
 * everything that is asked within a second. How many queues have figures of their own is bounded; the rest is summed up.
 * Not the metrics of the CloudWatch interface, which keep a history. Safe for any number of threads.
 */
@NullMarked
package io.packetboat.figure;

import org.jspecify.annotations.NullMarked;
