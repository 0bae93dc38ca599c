package io.packetboat.filter;

import io.packetboat.kernel.InvalidValue;

/**
 * How large and how intricate a filter policy may be.
 *
 * @param keys names that a policy asks for, in a body the outermost ones alone
 * @param combinations the product of the numbers of alternatives of all names, each times its depth; more than
 *     {@value #MOST_COMBINATIONS} are never accepted
 * @param bytes of the policy's JSON in UTF-8
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">Filter policy
 *     constraints</a>
 */
public record FilterLimits(int keys, long combinations, int bytes) {
    /** Those of Amazon SNS: 5 names, 150 combinations, 256 KiB. */
    public static final FilterLimits AWS = new FilterLimits(5, 150, 256 * 1024);

    /** More combinations are never compiled, whatever the limits, since nested {@code $or}s multiply. */
    public static final int MOST_COMBINATIONS = 100_000;

    /** The largest rule of event-ruler. */
    public static final int MOST_NAMES = 256;

    public FilterLimits {
        if (keys < 1 || combinations < 1 || bytes < 1) {
            throw new InvalidValue("filterLimits", "must be at least 1");
        }
    }
}
