/**
 * Delivers notifications to what is reached through a server of the operator's choice: mail, functions, telephones, MQTT brokers.
 *
 * <p>Each protocol is one {@link io.packetboat.push.Pusher}; queueing, retries and dead letters are the lanes' business. What
 * is not set up refuses its endpoints, so that nothing is accepted and dropped. All of a notification is read out of the
 * envelope that waits in the subscription's queue. Clients that wait for their server do so on a bounded number of threads of
 * their own; types are safe for any number of threads unless they say otherwise. Addresses, numbers, passwords and texts are
 * told to no log.
 */
@NullMarked
package io.packetboat.gateway;

import org.jspecify.annotations.NullMarked;
