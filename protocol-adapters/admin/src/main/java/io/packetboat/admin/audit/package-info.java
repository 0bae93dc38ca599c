/** The audit trail at the admin door. Stateless. */
@NullMarked
package io.packetboat.admin.audit;

import org.jspecify.annotations.NullMarked;
