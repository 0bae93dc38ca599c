package io.packetboat.push;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks for the addresses of hosts on a few threads, since Java waits for a name server's answer. Who asks for a name that is
 * being asked for waits for the same answer, so that a dead name server holds one thread for each name. Safe for any number
 * of threads.
 */
public final class HostLookup {
    private static final int THREADS = 16;
    private static final int WAITING = 10_000;

    private final ConcurrentHashMap<String, CompletableFuture<List<InetAddress>>> open = new ConcurrentHashMap<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), this::thread);

    /** Begins no thread before the first question. */
    public HostLookup() {
        pool.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "packetboat-push-lookup-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** All addresses of a host; fails with {@link UnknownHostException}. */
    public CompletionStage<List<InetAddress>> find(String host) {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        CompletableFuture<List<InetAddress>> earlier = open.putIfAbsent(host, answer);
        if (earlier != null) {
            return earlier;
        }
        try {
            pool.execute(() -> answer(host, answer));
        } catch (RejectedExecutionException e) {
            open.remove(host);
            answer.completeExceptionally(new UnknownHostException(host + ": too many lookups wait"));
        }
        return answer;
    }

    private void answer(String host, CompletableFuture<List<InetAddress>> answer) {
        try {
            List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
            open.remove(host);
            answer.complete(addresses);
        } catch (UnknownHostException | SecurityException e) {
            open.remove(host);
            answer.completeExceptionally(e);
        }
    }

    /** Questions that are open may never be answered. */
    public void stop() {
        pool.shutdownNow();
    }
}
