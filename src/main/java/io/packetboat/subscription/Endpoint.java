package io.packetboat.subscription;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.QueueName;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where a subscription's messages go. The kinds are SNS's protocols, and {@code mqtt} of our own.
 *
 * <p>{@link #target} tells an endpoint from the others of its protocol; together they are what the database holds.
 */
public sealed interface Endpoint {

    /** SNS's name of the protocol, {@code sqs}. */
    String protocol();

    /** The endpoint within its protocol: the queue's name, a URL, an address, an ARN, a number. */
    String target();

    /** The endpoint as lists and records may show it: without the password that a URL can hold, as AWS shows it. */
    default String shown() {
        return target();
    }

    /** Whether nobody has to confirm, because the subscriber's right to the endpoint was checked. */
    default boolean confirmsItself() {
        return false;
    }

    /** Whether the message can come alone, without an envelope around it. */
    default boolean takesRaw() {
        return false;
    }

    /** The endpoint that has these two; raises {@link InvalidValue}. */
    static Endpoint of(String protocol, String target) {
        return switch (protocol) {
            case QueueEndpoint.PROTOCOL -> new QueueEndpoint(new QueueName(target));
            case "http", "https" -> new HttpEndpoint(uri(target));
            case EmailEndpoint.PROTOCOL -> new EmailEndpoint(target, false);
            case EmailEndpoint.JSON_PROTOCOL -> new EmailEndpoint(target, true);
            case FunctionEndpoint.PROTOCOL -> new FunctionEndpoint(target);
            case MqttEndpoint.PROTOCOL -> new MqttEndpoint(uri(target));
            case PushEndpoint.PROTOCOL -> new PushEndpoint(target);
            case SmsEndpoint.PROTOCOL -> new SmsEndpoint(target);
            default -> throw new InvalidValue("protocol", "there is no such protocol");
        };
    }

    private static String withoutPassword(String url) {
        return url.replaceFirst("^([a-z]+://[^/?#:@]*):[^/?#]*@", "$1:****@");
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("endpoint", "must be a URI");
        }
    }

    /** A queue of this node. */
    record QueueEndpoint(QueueName queue) implements Endpoint {
        static final String PROTOCOL = "sqs";

        @Override
        public String protocol() {
            return PROTOCOL;
        }

        @Override
        public String target() {
            return queue.value();
        }

        @Override
        public boolean confirmsItself() {
            return true;
        }

        @Override
        public boolean takesRaw() {
            return true;
        }
    }

    /** A URL that messages are posted to; its scheme is the protocol. */
    record HttpEndpoint(URI url) implements Endpoint {
        public HttpEndpoint {
            String scheme = String.valueOf(url.getScheme());
            if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
                throw new InvalidValue("endpoint", "must be an http or https URL with a host");
            }
        }

        @Override
        public String protocol() {
            return url.getScheme();
        }

        @Override
        public String target() {
            return url.toString();
        }

        @Override
        public boolean takesRaw() {
            return true;
        }

        @Override
        public String shown() {
            return withoutPassword(target());
        }

        /** What logs and the audit trail get to see. */
        @Override
        public String toString() {
            return shown();
        }
    }

    /**
     * A mail address.
     *
     * @param json whether the mail holds the envelope rather than the message
     */
    record EmailEndpoint(String address, boolean json) implements Endpoint {
        static final String PROTOCOL = "email";
        static final String JSON_PROTOCOL = "email-json";

        public EmailEndpoint {
            int at = address.indexOf('@');
            if (at < 1 || at == address.length() - 1 || address.chars().anyMatch(Character::isISOControl)) {
                throw new InvalidValue("endpoint", "must be a mail address");
            }
        }

        @Override
        public String protocol() {
            return json ? JSON_PROTOCOL : PROTOCOL;
        }

        @Override
        public String target() {
            return address;
        }
    }

    /** A function behind the Invoke API of AWS Lambda, by its ARN. */
    record FunctionEndpoint(String arn) implements Endpoint {
        static final String PROTOCOL = "lambda";

        @Override
        public String protocol() {
            return PROTOCOL;
        }

        @Override
        public String target() {
            return arn;
        }

        @Override
        public boolean confirmsItself() {
            return true;
        }
    }

    /** A topic of an MQTT broker, {@code mqtt://host:1883/a/b}. Not one of AWS's. */
    record MqttEndpoint(URI topic) implements Endpoint {
        static final String PROTOCOL = "mqtt";

        @Override
        public String protocol() {
            return PROTOCOL;
        }

        @Override
        public String target() {
            return topic.toString();
        }

        @Override
        public boolean confirmsItself() {
            return true;
        }

        @Override
        public String shown() {
            return withoutPassword(target());
        }

        /** What logs and the audit trail get to see. */
        @Override
        public String toString() {
            return shown();
        }
    }

    /** A device behind a gateway for mobile push, by the ARN of its platform endpoint. */
    record PushEndpoint(String arn) implements Endpoint {
        static final String PROTOCOL = "application";

        @Override
        public String protocol() {
            return PROTOCOL;
        }

        @Override
        public String target() {
            return arn;
        }

        @Override
        public boolean confirmsItself() {
            return true;
        }
    }

    /** A telephone number in the form of E.164. */
    record SmsEndpoint(String number) implements Endpoint {
        static final String PROTOCOL = "sms";
        private static final Pattern E_164 = Pattern.compile("\\+?[1-9][0-9]{4,14}");

        public SmsEndpoint {
            if (!E_164.matcher(number).matches()) {
                throw new InvalidValue("endpoint", "must be a telephone number with its country");
            }
        }

        @Override
        public String protocol() {
            return PROTOCOL;
        }

        @Override
        public String target() {
            return number;
        }

        @Override
        public boolean confirmsItself() {
            return true;
        }
    }
}
