package io.github.wininet4j.testing;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import java.util.function.UnaryOperator;

/**
 * An engine for one test, and what belongs to it. It begins empty, resolves only the names of {@link #names()}, trusts
 * only {@link TestCertificates}, has a clock that the test moves, no proxies and no user, and leaves nothing behind
 * ({@link WinInetConfig#isolated()}). What it is called for is in its {@link #journal()}.
 *
 * <p>A {@link WinInetTest} makes and closes it; without JUnit, {@link #start()} does in a try statement.
 */
public final class TestEngine implements AutoCloseable {
    private final TestResources resources = new TestResources();
    private final TestClock clock = TestClock.atPresent();
    private final HostNames names = new HostNames();
    private final Journal journal = new Journal();
    private final StatusLog log = resources.newLog();
    private final WinInetConfig config;
    private final Once<BackEnd> wininet = new Once<>(this::open);
    private final Once<ScriptedHttpServer> server = new Once<>(() -> closeAfterTest(ScriptedHttpServer.start()));

    private final Once<ScriptedFtpServer> ftpServer = new Once<>(() -> closeAfterTest(ScriptedFtpServer.start()));

    private TestEngine(UnaryOperator<WinInetConfig> change) {
        WinInetConfig base = WinInetConfig.isolated()
                .withClock(clock)
                .withResolver(names)
                .withTrustStore(TestCertificates.trustStore());
        this.config = change.apply(base);
    }

    /** Starts an engine. */
    public static TestEngine start() {
        return start(UnaryOperator.identity());
    }

    /**
     * Starts an engine with a configuration of its own.
     *
     * @param change makes it from the isolated one
     * @return the engine
     */
    public static TestEngine start(UnaryOperator<WinInetConfig> change) {
        return new TestEngine(change);
    }

    /** Returns the engine itself, whose calls and statuses go to the journal. */
    public BackEnd wininet() {
        return wininet.get();
    }

    /**
     * Opens one more engine, which shares nothing with the first but the clock, the names and the journal: another
     * process.
     *
     * @return the engine; closed after the test
     */
    public BackEnd open() {
        return resources.addBackEnd(WinInets.traced(WinInets.engine(config), journal));
    }

    /** Returns the configuration, for programs that open an engine themselves. */
    public WinInetConfig config() {
        return config;
    }

    /** Returns the calls and statuses so far. */
    public Journal journal() {
        return journal;
    }

    /** Returns a callback that waits for statuses; what it finds wrong fails the test at its end. */
    public StatusLog statusLog() {
        return log;
    }

    /** Returns the clock, which stands still at the time of the start until it is moved. */
    public TestClock clock() {
        return clock;
    }

    /** Returns the names that are resolved. */
    public HostNames names() {
        return names;
    }

    /** Returns the server of the test, without TLS; it is started by the first call and closed after the test. */
    public ScriptedHttpServer server() {
        return server.get();
    }

    /** Returns the FTP server of the test; it is started by the first call and closed after the test. */
    public ScriptedFtpServer ftpServer() {
        return ftpServer.get();
    }

    /**
     * Starts a server with TLS.
     *
     * @param certificate what it shows, such as {@link TestCertificates#expired()}
     * @return the server; closed after the test
     */
    public ScriptedHttpServer startTls(TestCertificate certificate) {
        return closeAfterTest(ScriptedHttpServer.startTls(certificate.context()));
    }

    /**
     * Hands over something to be closed after the engine.
     *
     * @param resource what to close; a failure to close fails the test
     * @return the resource
     * @param <T> its type
     */
    public <T extends AutoCloseable> T closeAfterTest(T resource) {
        return resources.add(resource);
    }

    /**
     * Closes the engine, then everything else.
     *
     * @throws AssertionError if something went wrong with it: a script that was not played to its end, a request that
     *     nothing expected, a callback against the rules
     */
    @Override
    public void close() {
        resources.end();
    }
}
