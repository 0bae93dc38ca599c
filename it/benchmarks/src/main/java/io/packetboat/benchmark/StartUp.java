package io.packetboat.benchmark;

import io.packetboat.it.PacketboatServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a start costs: starts the real server again and again, in turns for each {@link Variant}, once with nothing there
 * (no data, no caches of Liberty) and once on what the first start left. Prints medians, and their ratio to the first
 * variant's. On a busy machine CPU and memory mean something, time does not.
 *
 * <p>Arguments: the rounds, then the variants; without any the flags as shipped alone.
 */
public final class StartUp {
    private static final String ROW = "%-16s %-8s %8s %8s %8s %8s %8s   %s%n";
    private static final long IDLE_SECONDS = 60;

    private final List<Sample> samples = new ArrayList<>();

    private StartUp() {}

    public static void main(String[] arguments) throws InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        List<Variant> variants =
                Stream.of(arguments).skip(1).map(Variant::parse).toList();
        StartUp startUp = new StartUp();
        List<Variant> compared = variants.isEmpty() ? List.of(Variant.parse("shipped")) : variants;
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : compared) {
                startUp.measure(variant);
            }
        }
        startUp.print(compared);
    }

    private void measure(Variant variant) throws InterruptedException {
        try (PacketboatServer server =
                PacketboatServer.prepared("start-up-" + variant.name(), variant.environment(), variant.jvmOptions())) {
            samples.add(sample(server, variant, Data.FRESH));
            server.stop();
            samples.add(sample(server, variant, Data.EXISTING));
        }
    }

    private static Sample sample(PacketboatServer server, Variant variant, Data data) throws InterruptedException {
        long launched = System.nanoTime();
        server.start();
        double seconds = (System.nanoTime() - launched) / 1e9;
        ServerProcess process = new ServerProcess(server.pid());
        double cpu = process.cpuSeconds();
        double ready = process.residentMebibytes();
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        return new Sample(variant, data, seconds, cpu, ready, process.residentMebibytes(), process.loadedClasses());
    }

    private void print(List<Variant> variants) {
        System.out.printf(ROW, "variant", "data", "s", "CPU s", "MiB", "MiB 60s", "classes", "CPU, MiB 60s to first");
        for (Data data : Data.values()) {
            for (Variant variant : variants) {
                List<Sample> own = of(variant, data);
                List<Sample> first = of(variants.get(0), data);
                System.out.printf(
                        ROW,
                        variant.name(),
                        data,
                        figure(own, Sample::seconds),
                        figure(own, Sample::cpu),
                        figure(own, Sample::ready),
                        figure(own, Sample::idle),
                        figure(own, Sample::classes),
                        ratio(own, first, Sample::cpu) + " " + ratio(own, first, Sample::idle));
            }
        }
    }

    private List<Sample> of(Variant variant, Data data) {
        return samples.stream()
                .filter(sample -> sample.variant().equals(variant) && sample.data() == data)
                .toList();
    }

    private static String figure(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return "%.1f".formatted(median(samples, figure));
    }

    private static String ratio(List<Sample> samples, List<Sample> first, ToDoubleFunction<Sample> figure) {
        return "%.2f".formatted(median(samples, figure) / median(first, figure));
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return Median.of(samples.stream().map(figure::applyAsDouble).toList());
    }

    private enum Data {
        FRESH,
        EXISTING
    }

    private record Sample(
            Variant variant, Data data, double seconds, double cpu, double ready, double idle, double classes) {}
}
