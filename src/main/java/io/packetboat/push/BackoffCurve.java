package io.packetboat.push;

import java.time.Duration;

/**
 * How delays grow from the least to the greatest, both of which are reached. AWS names the functions and shows curves, of
 * which the exponential one stays low the longest, but no formulas.
 */
public enum BackoffCurve {
    /** By the same step each time. */
    LINEAR {
        @Override
        double share(double done, Duration least, Duration greatest) {
            return done;
        }
    },
    /** By steps that grow by the same amount. */
    ARITHMETIC {
        @Override
        double share(double done, Duration least, Duration greatest) {
            return done * done;
        }
    },
    /** By the same factor each time. */
    GEOMETRIC {
        @Override
        double share(double done, Duration least, Duration greatest) {
            double factor = (double) greatest.toMillis() / least.toMillis();
            return factor == 1 ? 1 : (Math.pow(factor, done) - 1) / (factor - 1);
        }
    },
    /** By steps that double, about a thousandfold in all. */
    EXPONENTIAL {
        @Override
        double share(double done, Duration least, Duration greatest) {
            return (Math.pow(1_024, done) - 1) / 1_023;
        }
    };

    /** Delay number {@code index} of {@code count}, counted from 0. */
    Duration delay(int index, int count, Duration least, Duration greatest) {
        if (count == 1) {
            return least;
        }
        double done = (double) index / (count - 1);
        double millis = least.toMillis() + share(done, least, greatest) * (greatest.toMillis() - least.toMillis());
        return Duration.ofMillis(Math.round(millis));
    }

    /** How much of the way from the least to the greatest delay is behind when that share of the steps is. */
    abstract double share(double done, Duration least, Duration greatest);
}
