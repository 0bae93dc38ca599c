/** What each protocol's users rely on, and what holds between protocols; all tests here share one server. */
@NullMarked
package io.packetboat.it.protocol;

import org.jspecify.annotations.NullMarked;
