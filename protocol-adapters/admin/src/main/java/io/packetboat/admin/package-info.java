/**
 * The admin door: a REST API under {@code /api/v1} that translates requests to the facades' words and back.
 *
 * <p>Resources read, call one method of a facade and write; no rule of the domain lives here. Every request needs a
 * login. All of it runs on Liberty's request threads and is safe for any number of them.
 */
@NullMarked
package io.packetboat.admin;

import org.jspecify.annotations.NullMarked;
