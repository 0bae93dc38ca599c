package io.packetboat.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One thing that somebody does. What it refers to is counted among what there is then, so that a list of steps still makes
 * sense when one is left out.
 */
sealed interface Step {

    /** @param deduplication in FIFO queues alone */
    record Send(List<Letter> letters) implements Step {}

    record Letter(int group, int deduplication, int delaySeconds) {}

    /** @param attempt none if 0 */
    record Receive(boolean fromDeadLetters, int max, int visibilitySeconds, int waitSeconds, int attempt)
            implements Step {}

    record Delete(int receipt) implements Step {}

    record ChangeVisibility(int receipt, int seconds) implements Step {}

    record Cancel(int receive) implements Step {}

    record Purge() implements Step {}

    record Advance(int halfSeconds) implements Step {}

    record Crash(int halfSecondsDown) implements Step {}

    static List<Step> random(Random random, boolean fifo) {
        int size = 5 + random.nextInt(60);
        int groups = 1 + random.nextInt(4);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            steps.add(one(random, fifo, groups));
        }
        return steps;
    }

    /** Seconds are two at most, and nothing crashes. */
    static List<Step> inRealTime(Random random, boolean fifo) {
        return random(random, fifo).stream()
                .filter(step -> !(step instanceof Crash))
                .map(Step::shorter)
                .toList();
    }

    private static Step shorter(Step step) {
        if (step instanceof Send send) {
            return new Send(send.letters.stream()
                    .map(letter -> new Letter(letter.group, letter.deduplication, letter.delaySeconds % 3))
                    .toList());
        }
        if (step instanceof Receive receive) {
            return new Receive(
                    receive.fromDeadLetters,
                    receive.max,
                    Math.min(receive.visibilitySeconds, 2),
                    receive.waitSeconds % 3,
                    receive.attempt);
        }
        if (step instanceof ChangeVisibility change) {
            return new ChangeVisibility(change.receipt, change.seconds % 3);
        }
        return step instanceof Advance advance ? new Advance(1 + advance.halfSeconds % 4) : step;
    }

    private static Step one(Random random, boolean fifo, int groups) {
        int kind = random.nextInt(100);
        if (kind < 30) {
            List<Letter> letters = new ArrayList<>();
            for (int i = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 1; i > 0; i--) {
                letters.add(letter(random, fifo, groups));
            }
            return new Send(letters);
        }
        if (kind < 60) {
            return new Receive(
                    random.nextInt(8) == 0,
                    random.nextBoolean() ? 1 : 1 + random.nextInt(10),
                    random.nextInt(5),
                    random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0,
                    fifo && random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0);
        }
        if (kind < 74) {
            return new Delete(random.nextInt(12));
        }
        if (kind < 81) {
            return new ChangeVisibility(random.nextInt(12), random.nextBoolean() ? 0 : random.nextInt(6));
        }
        if (kind < 83) {
            return new Cancel(random.nextInt(4));
        }
        if (kind < 84) {
            return new Purge();
        }
        if (kind < 86) {
            return new Crash(random.nextInt(3) == 0 ? random.nextInt(20) : 0);
        }
        // Rarely past the detaching of an idle queue and the end of the deduplication
        return new Advance(random.nextInt(12) == 0 ? random.nextInt(700) : 1 + random.nextInt(6));
    }

    private static Letter letter(Random random, boolean fifo, int groups) {
        int delay = !fifo && random.nextInt(6) == 0 ? 1 + random.nextInt(4) : 0;
        return new Letter(
                random.nextInt(groups + (fifo ? 0 : 1)), random.nextInt(3) == 0 ? random.nextInt(3) : -1, delay);
    }

    /** The group's name; in a standard queue one of them means none. */
    static Optional<String> group(Letter letter, boolean fifo) {
        return letter.group() == 0 && !fifo ? Optional.empty() : Optional.of("g" + letter.group());
    }
}
