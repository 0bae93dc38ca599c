package io.packetboat.push;

/** What became of one attempt to deliver. */
public sealed interface PushOutcome {

    /** The endpoint has the message. */
    record Delivered(int status) implements PushOutcome {}

    /** It may work later. */
    record Failed(String why) implements PushOutcome {}

    /** It will never work as it is; the message is not tried again. */
    record Rejected(String why) implements PushOutcome {}

    /**
     * What an HTTP status means, as AWS documents it: 5xx and 429 pass, everything else but success does not. A
     * redirect is never followed, since its target has been subscribed by nobody.
     */
    public static PushOutcome ofStatus(int status) {
        if (status >= 200 && status < 300) {
            return new Delivered(status);
        }
        String why = "HTTP status " + status;
        return status >= 500 || status == 429 ? new Failed(why) : new Rejected(why);
    }
}
