/** How lists are asked for and answered, the same for every resource. Stateless. */
@NullMarked
package io.packetboat.admin.page;

import org.jspecify.annotations.NullMarked;
