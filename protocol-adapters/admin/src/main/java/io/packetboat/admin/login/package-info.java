/**
 * Who calls: Basic authentication for scripts, a session cookie for the console; nothing is answered before it.
 *
 * <p>Sessions live in memory alone, bounded in number and time, and end with the user's logins. State-changing requests
 * from other sites are refused. Shared state sits in {@code Sessions} behind its lock; all else is stateless.
 */
@NullMarked
package io.packetboat.admin.login;

import org.jspecify.annotations.NullMarked;
