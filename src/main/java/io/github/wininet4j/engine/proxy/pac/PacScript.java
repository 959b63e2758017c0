package io.github.wininet4j.engine.proxy.pac;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.work.WorkerThreads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/**
 * A proxy configuration script. Each run has a world of its own on a thread of its own, so that runs do not see each
 * other and the caller goes on in time whatever the script does.
 */
public final class PacScript {
    private static final long LOOK_MILLIS = 50;
    private static final String CLASSIC = "FindProxyForURL";
    private static final String EXTENDED = "FindProxyForURLEx";
    private static final long STACK_BYTES = 4L << 20;
    private static final int MAX_ANSWER = 8_192;

    private final PacSandbox sandbox = new PacSandbox();
    private final Script script;
    private final PacLimits limits;

    /** What a run came to. */
    private static final class Outcome {
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile @Nullable String answer;
        private volatile @Nullable Throwable failure;
    }

    private PacScript(String source, PacLimits limits) throws PacException {
        this.limits = limits;
        try {
            this.script = sandbox.call(
                    context -> context.compileString(ConcatenationGuard.rewrite(source), "proxy script", 1, null));
        } catch (RuntimeException e) {
            // The parser answers some texts with other exceptions than its own.
            throw new PacException("the script does not compile: " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new PacException("the script is nested too deeply", e);
        }
    }

    /**
     * Compiles a script.
     *
     * @param source its text
     * @param limits what a run may use
     * @return the script
     * @throws PacException if it is no script
     */
    public static PacScript compile(String source, PacLimits limits) throws PacException {
        return new PacScript(source, limits);
    }

    /**
     * Asks the script for the way to a URL; {@code FindProxyForURLEx} counts if it is there (R-PROXY-33).
     *
     * @param url the URL
     * @param host the host in it
     * @param network what the script may ask
     * @return the answer as the script gave it; empty for undefined and null
     * @throws PacException if the script fails or takes too much
     */
    public String findProxy(String url, String host, PacNetwork network) throws PacException {
        return findProxy(url, host, network, new Cancellation());
    }

    /**
     * Asks the script as {@link #findProxy(String, String, PacNetwork)} does, for as long as somebody wants to know.
     *
     * @param url the URL
     * @param host the host in it
     * @param network what the script may ask
     * @param cancellation ends the run
     * @return the answer
     * @throws PacException if the script fails or takes too much, or the run is cancelled
     */
    public String findProxy(String url, String host, PacNetwork network, Cancellation cancellation)
            throws PacException {
        return findProxy(url, host, network, cancellation, used -> {});
    }

    /** Asks the script, and tells what that has used once its thread ends, which may be later. */
    String findProxy(String url, String host, PacNetwork network, Cancellation cancellation, Consumer<PacUsage> meter)
            throws PacException {
        Outcome outcome = new Outcome();
        PacRun[] started = new PacRun[1];
        CountDownLatch begun = new CountDownLatch(1);
        Runnable work = () -> {
            PacRun run = new PacRun(limits, network);
            started[0] = run;
            begun.countDown();
            try {
                outcome.answer = sandbox.call(context -> ask(context, run, url, host));
            } catch (Throwable e) {
                outcome.failure = e;
            } finally {
                meter.accept(run.usage());
                outcome.done.countDown();
            }
        };
        Thread thread = new Thread(null, work, "proxy script", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return await(outcome, begun, started, thread, cancellation);
    }

    private String await(
            Outcome outcome, CountDownLatch begun, PacRun[] started, Thread thread, Cancellation cancellation)
            throws PacException {
        WorkerThreads.beforeBlocking();
        boolean interrupted = awaitBegin(begun);
        boolean ended = false;
        try {
            ended = !interrupted && awaitEnd(outcome, thread, started[0], cancellation);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            started[0].abandon();
            throw new PacException(
                    interrupted || cancellation.isCancelled() ? "interrupted" : "the script took too long", null);
        }
        Throwable failure = outcome.failure;
        String answer = outcome.answer;
        if (failure instanceof PacOverrun overrun) {
            throw new PacException(String.valueOf(overrun.getMessage()), overrun);
        }
        if (failure != null || answer == null) {
            throw new PacException("the script failed" + line(failure), failure);
        }
        return answer;
    }

    /** Looks from time to time, since not all that a script calls counts its steps. */
    private boolean awaitEnd(Outcome outcome, Thread thread, PacRun run, Cancellation cancellation)
            throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long limit = TimeUnit.MILLISECONDS.toNanos(limits.millis());
        long begin = System.nanoTime();
        while (true) {
            if (outcome.done.await(Math.min(LOOK_MILLIS, limits.millis()), TimeUnit.MILLISECONDS)) {
                return true;
            }
            if (cancellation.isCancelled()) {
                return false;
            }
            long used = threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.getId()) : -1;
            long passed = System.nanoTime() - begin;
            if ((used < 0 ? passed : used + run.waited()) > limit
                    || passed > TimeUnit.MILLISECONDS.toNanos(limits.patienceMillis())) {
                return false;
            }
        }
    }

    /** What has not begun could not be abandoned. Returns whether the thread was interrupted. */
    private static boolean awaitBegin(CountDownLatch begun) {
        boolean interrupted = false;
        while (true) {
            try {
                begun.await();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    /** Not the message: a script may put the URL into it, with all the secrets there (R-PROJ-LOG-1). */
    private static String line(@Nullable Throwable failure) {
        return failure instanceof RhinoException script ? " in line " + script.lineNumber() : "";
    }

    private String ask(Context context, PacRun run, String url, String host) {
        Scriptable scope = PacSandbox.load(context, script, run);
        Object function = ScriptableObject.getProperty(scope, EXTENDED);
        if (!(function instanceof Function)) {
            function = ScriptableObject.getProperty(scope, CLASSIC);
        }
        if (!(function instanceof Function find)) {
            throw new IllegalStateException("there is no function " + CLASSIC);
        }
        Object answer = find.call(context, scope, scope, new Object[] {url, host});
        if (answer == null || Undefined.isUndefined(answer)) {
            return "";
        }
        if (answer instanceof CharSequence text && text.length() <= MAX_ANSWER) {
            return text.toString();
        }
        throw new IllegalStateException("the answer is no text, or too long");
    }
}
