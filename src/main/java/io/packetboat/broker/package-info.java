/**
 * The embedded Artemis broker in our own words: life cycle, addresses and queues, messages, connections, observers.
 *
 * <p>The only package that imports Artemis' server API. It knows no feature: what it must ask of others (who may do
 * what, which listeners to open) it declares as interfaces that identity and the messaging doors fill. Callbacks from
 * the broker run on its own threads and must neither block nor throw.
 */
@NullMarked
package io.packetboat.broker;

import org.jspecify.annotations.NullMarked;
