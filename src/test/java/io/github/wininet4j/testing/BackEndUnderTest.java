package io.github.wininet4j.testing;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.ProxySettingsSource;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.opentest4j.TestAbortedException;

/**
 * Where a contract test gets its back ends. Whatever it opens or hands over here ends with the test: first the back
 * ends are closed, then the rest in reverse order, and last the status logs are checked.
 */
public final class BackEndUnderTest {
    private final String id;
    private final boolean supportsConfig;
    private final Function<WinInetConfig, BackEnd> opener;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<AutoCloseable> backEnds = new ArrayDeque<>();
    private final Deque<AutoCloseable> others = new ArrayDeque<>();
    private final List<StatusLog> logs = new ArrayList<>();

    BackEndUnderTest(String id, boolean supportsConfig, Function<WinInetConfig, BackEnd> opener) {
        this.id = id;
        this.supportsConfig = supportsConfig;
        this.opener = opener;
    }

    /**
     * Names the back end.
     *
     * @return {@code "engine"} or {@code "native"}
     */
    public String id() {
        return id;
    }

    /** Returns whether the back end lets its host decide anything: false for a loaded library. */
    public boolean supportsConfig() {
        return supportsConfig;
    }

    /**
     * Opens a fresh back end with the default configuration, a data directory of its own and no URL cache.
     *
     * @return the back end; closed after the test
     */
    public BackEnd open() {
        return openWith(UnaryOperator.identity());
    }

    /**
     * Opens a fresh back end with a changed configuration; skips the test if the back end takes none.
     *
     * @param change makes the configuration from the default one
     * @return the back end; closed after the test
     */
    public BackEnd open(UnaryOperator<WinInetConfig> change) {
        if (!supportsConfig) {
            throw new TestAbortedException("the test needs a configured back end; '" + id + "' takes no configuration");
        }
        return openWith(change);
    }

    /**
     * Opens a fresh back end with a URL cache in its data directory.
     *
     * @return the back end; closed after the test
     */
    public BackEnd openWithCache() {
        return open(config -> config.withCache(CachePlace.SHARED));
    }

    private BackEnd openWith(UnaryOperator<WinInetConfig> change) {
        WinInetConfig base = WinInetConfig.defaults();
        if (supportsConfig) {
            // Most tests ask a server for the same thing again and want to see it asked.
            base = base.withDataDirectory(temporaryFolder())
                    .withProxySettings(ProxySettingsSource.NONE)
                    .withCache(CachePlace.NONE)
                    .withNetwork(() -> true);
        }
        BackEnd opened = PasswordWatch.over(opener.apply(change.apply(base)));
        remember(backEnds, opened);
        return opened;
    }

    /** Makes a status log whose violations fail the test at its end, after the back end is closed. */
    public StatusLog statusLog() {
        StatusLog log = new StatusLog();
        lock.lock();
        try {
            logs.add(log);
        } finally {
            lock.unlock();
        }
        return log;
    }

    /**
     * Hands over something, for example a server, to be closed after the back ends of the test.
     *
     * @param resource what to close; a failure to close fails the test
     * @return the resource
     * @param <T> its type
     */
    public <T extends AutoCloseable> T closeAfterTest(T resource) {
        remember(others, resource);
        return resource;
    }

    /** Makes a folder that is deleted after the test. */
    public Path temporaryFolder() {
        Path folder = Folders.make("test");
        remember(others, () -> Folders.delete(folder));
        return folder;
    }

    private void remember(Deque<AutoCloseable> where, AutoCloseable resource) {
        lock.lock();
        try {
            where.push(resource);
        } finally {
            lock.unlock();
        }
    }

    /** Ends everything of the test; reports the first failure with the others attached. */
    void endTest() {
        List<Throwable> failures = new ArrayList<>();
        for (AutoCloseable backEnd : take(backEnds)) {
            closing(() -> Waits.within("closing a back end", backEnd::close), failures);
        }
        for (AutoCloseable other : take(others)) {
            closing(other, failures);
        }
        for (StatusLog log : take(logs)) {
            closing(log::assertNoViolations, failures);
        }
        Waits.throwAll("the test could not be ended cleanly", failures);
    }

    private <T> List<T> take(Collection<T> from) {
        lock.lock();
        try {
            List<T> taken = List.copyOf(from);
            from.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private static void closing(AutoCloseable resource, List<Throwable> failures) {
        try {
            resource.close();
        } catch (Exception | AssertionError e) {
            failures.add(e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
