package io.packetboat.fanout;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.TopicName;
import io.packetboat.signing.NotificationSignature;
import io.packetboat.signing.SignatureVersion;
import io.packetboat.signing.SignedText;
import io.packetboat.topic.TopicAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signs notifications, each text once for all subscriptions that get it: a signature takes about a millisecond. Safe for any
 * number of threads; the latest signatures sit behind one lock, under which none is made.
 */
public final class Signatures {
    /** A few for each thread of the fan-out, since the text may differ between protocols. */
    private static final int KEPT = 32;

    private final NotificationSignature signature;
    private final NotificationLinks links;
    private final Function<TopicName, SignatureVersion> versions;
    private final Map<Content, Signed> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Content, Signed> eldest) {
            return size() > KEPT;
        }
    };

    /** @param versions how each topic wants its notifications signed at present */
    public Signatures(
            NotificationSignature signature, NotificationLinks links, Function<TopicName, SignatureVersion> versions) {
        this.signature = signature;
        this.links = links;
        this.versions = versions;
    }

    /** What is signed. */
    record Content(String message, String messageId, Optional<String> subject, Instant moment, Arn topic) {}

    /** What an envelope says of its signature. */
    record Signed(SignatureVersion version, String signature, String certificateUrl) {}

    /** The signature; empty for FIFO topics, whose notifications SNS does not sign. */
    Optional<Signed> of(TopicName topic, Content content) {
        if (TopicAttributes.isFifo(topic)) {
            return Optional.empty();
        }
        SignatureVersion version = versions.apply(topic);
        Optional<Signed> known = find(content).filter(signed -> signed.version() == version);
        return known.isPresent() ? known : Optional.of(keep(content, sign(content, version)));
    }

    private Optional<Signed> find(Content content) {
        synchronized (latest) {
            return Optional.ofNullable(latest.get(content));
        }
    }

    private Signed keep(Content content, Signed signed) {
        synchronized (latest) {
            latest.put(content, signed);
        }
        return signed;
    }

    private Signed sign(Content content, SignatureVersion version) {
        SignedText text = SignedText.notification(
                content.message(), content.messageId(), content.subject(), content.moment(), content.topic());
        return new Signed(version, signature.sign(text, version), links.certificate(signature.certificate()));
    }
}
