/**
 * Where claims on speed and memory are measured: programs that print medians and ratios against a peer or a floor of the
 * same run, because absolute figures say more about the machine than about Packetboat.
 *
 * <p>Nothing here runs in the ordinary build; the page on development says how to run each. Every program uses one
 * thread unless it says otherwise.
 */
@NullMarked
package io.packetboat.benchmark;

import org.jspecify.annotations.NullMarked;
