/** The node as a whole at the admin door. Stateless. */
@NullMarked
package io.packetboat.admin.node;

import org.jspecify.annotations.NullMarked;
