/** How names that hold anything stand in a path. Stateless. */
@NullMarked
package io.packetboat.admin.path;

import org.jspecify.annotations.NullMarked;
