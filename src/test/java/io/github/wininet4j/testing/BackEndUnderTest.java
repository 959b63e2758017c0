package io.github.wininet4j.testing;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.host.CachePlace;
import java.nio.file.Path;
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

    private final TestResources resources = new TestResources();

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
        // Most tests ask a server for the same thing again and want to see it asked.
        WinInetConfig base = WinInetConfig.isolated()
                .withDataDirectory(temporaryFolder())
                .withCache(CachePlace.NONE)
                .withSecurityPackage(null);
        return resources.addBackEnd(PasswordWatch.over(opener.apply(change.apply(base))));
    }

    /** Makes a status log whose violations fail the test at its end, after the back end is closed. */
    public StatusLog statusLog() {
        return resources.newLog();
    }

    /**
     * Hands over something, for example a server, to be closed after the back ends of the test.
     *
     * @param resource what to close; a failure to close fails the test
     * @return the resource
     * @param <T> its type
     */
    public <T extends AutoCloseable> T closeAfterTest(T resource) {
        return resources.add(resource);
    }

    /** Makes a folder that is deleted after the test. */
    public Path temporaryFolder() {
        Path folder = Folders.make("test");
        resources.add((AutoCloseable) () -> Folders.delete(folder));
        return folder;
    }

    /** Ends everything of the test; reports the first failure with the others attached. */
    void endTest() {
        resources.end();
    }

    @Override
    public String toString() {
        return id;
    }
}
