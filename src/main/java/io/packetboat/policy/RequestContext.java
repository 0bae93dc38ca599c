package io.packetboat.policy;

import io.packetboat.kernel.UserName;
import java.time.Instant;

/**
 * The circumstances that conditions may ask for.
 *
 * @param user {@code aws:username}
 * @param source {@code aws:SourceIp}: the remote IP address; any other text lies in no address range
 * @param secure {@code aws:SecureTransport}
 * @param now {@code aws:CurrentTime}
 */
public record RequestContext(UserName user, String source, boolean secure, Instant now) {}
