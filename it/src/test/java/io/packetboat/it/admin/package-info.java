/** The admin API as its clients see it: over HTTP, with and without a login, with good and with bad input. */
@NullMarked
package io.packetboat.it.admin;

import org.jspecify.annotations.NullMarked;
