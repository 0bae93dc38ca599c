/** Messages at the admin door: how they are shown, sent, moved and deleted. Stateless. */
@NullMarked
package io.packetboat.admin.message;

import org.jspecify.annotations.NullMarked;
