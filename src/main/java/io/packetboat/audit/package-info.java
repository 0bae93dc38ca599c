/**
 * The audit trail: who did what, from where, with which outcome, through whichever door.
 *
 * <p>Public commands of facades carry {@link io.packetboat.audit.Audited}, pure reads {@link
 * io.packetboat.audit.ReadOnly}; an interceptor writes the record. It fires only through injected proxies, so facades
 * are injected and never call their own commands.
 */
@NullMarked
package io.packetboat.audit;

import org.jspecify.annotations.NullMarked;
