package io.packetboat.kernel;

import java.util.List;

/**
 * An Amazon Resource Name: {@code arn:partition:service:region:account:resource}.
 *
 * <p>Region and account may be empty, the resource may hold further colons and slashes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARN format</a>
 */
public record Arn(String partition, String service, String region, String account, String resource) {

    public Arn {
        if (partition.isEmpty() || service.isEmpty() || resource.isEmpty()) {
            throw new InvalidValue("arn", "partition, service and resource must not be empty");
        }
    }

    /** An ARN of this node's own partition, region and account. */
    public static Arn of(String service, Region region, AccountId account, String resource) {
        return new Arn("aws", service, region.value(), account.value(), resource);
    }

    /** Reads the textual form; raises {@link InvalidValue} for anything that is not six colon-separated parts. */
    public static Arn parse(String text) {
        List<String> parts = List.of(text.split(":", 6));
        if (parts.size() < 6 || !parts.get(0).equals("arn")) {
            throw new InvalidValue("arn", "must look like arn:aws:service:region:account:resource");
        }
        return new Arn(parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
