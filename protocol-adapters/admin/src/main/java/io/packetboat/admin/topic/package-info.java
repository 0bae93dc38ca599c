/** Topics at the admin door: the facade {@code io.packetboat.topic.Topics} in REST's words. Stateless. */
@NullMarked
package io.packetboat.admin.topic;

import org.jspecify.annotations.NullMarked;
