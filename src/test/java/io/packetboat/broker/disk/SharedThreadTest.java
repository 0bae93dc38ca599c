package io.packetboat.broker.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedThreadTest {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        thread.shutdownNow();
    }

    @Test
    void tasksRunInTheirOrder() throws InterruptedException {
        SharedThread executor = new SharedThread(thread);
        List<Integer> ran = new CopyOnWriteArrayList<>();
        List<Integer> numbers = IntStream.range(0, 1_000).boxed().toList();
        CountDownLatch all = new CountDownLatch(1);

        numbers.forEach(number -> executor.execute(() -> ran.add(number)));
        executor.execute(all::countDown);

        assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).isEqualTo(numbers);
    }

    @Test
    void somebodyWhoAlwaysHasTasksLetsOthersHaveTheThread() throws InterruptedException {
        SharedThread busy = new SharedThread(thread);
        SharedThread other = new SharedThread(thread);
        CountDownLatch turn = new CountDownLatch(1);
        Runnable endless = new Runnable() {
            @Override
            public void run() {
                if (turn.getCount() > 0) {
                    busy.execute(this);
                }
            }
        };

        busy.execute(endless);
        other.execute(turn::countDown);

        assertThat(turn.await(60, TimeUnit.SECONDS)).isTrue();
    }
}
