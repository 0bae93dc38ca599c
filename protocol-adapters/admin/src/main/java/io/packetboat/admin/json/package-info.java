/**
 * JSON to records and back, strictly: an unknown field, a doubled one or one of the wrong kind is named and refused.
 *
 * <p>JSON-B is not used since it ignores what it does not know. A record's components are the fields of the object:
 * {@link java.util.Optional} ones may be absent, all others must be there. Stateless and safe for any number of threads.
 */
@NullMarked
package io.packetboat.admin.json;

import org.jspecify.annotations.NullMarked;
