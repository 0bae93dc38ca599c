/**
 * Users, groups, access keys and policies at the admin door.
 *
 * <p>The facades of {@code io.packetboat.identity} in REST's words; no secret is ever answered but that of a new access
 * key, once. Stateless.
 */
@NullMarked
package io.packetboat.admin.identity;

import org.jspecify.annotations.NullMarked;
