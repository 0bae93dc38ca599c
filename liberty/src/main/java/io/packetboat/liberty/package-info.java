/**
 * The composition root: reads the configuration once, builds every feature from it and starts and stops the node.
 *
 * <p>Wiring only: no rule of a feature lives here. All of it runs on Liberty's application start and stop threads; the
 * node is either wholly started or the process ends with a message that tells what to change.
 */
@NullMarked
package io.packetboat.liberty;

import org.jspecify.annotations.NullMarked;
