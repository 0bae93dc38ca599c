/** Clients of the messaging protocols at the admin door: who is connected, and the means to end it. Stateless. */
@NullMarked
package io.packetboat.admin.connection;

import org.jspecify.annotations.NullMarked;
