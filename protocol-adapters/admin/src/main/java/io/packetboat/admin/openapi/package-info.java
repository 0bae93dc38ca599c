/**
 * The OpenAPI document of the admin API: made from the annotations at build time, committed, and served from memory.
 *
 * <p>Liberty's own endpoint would be open to everyone and costs start-up time.
 */
@NullMarked
package io.packetboat.admin.openapi;

import org.jspecify.annotations.NullMarked;
