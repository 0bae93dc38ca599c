/**
 * Failures as {@code application/problem+json}.
 *
 * <p>The one place of this door that knows status codes: every failure, ours, the framework's or a defect, ends in one
 * of the mappers here. A defect is logged once with an id that the client gets in place of the cause. Stateless.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@NullMarked
package io.packetboat.admin.problem;

import org.jspecify.annotations.NullMarked;
