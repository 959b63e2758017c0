package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.engine.cookie.CookieJar;
import io.github.wininet4j.engine.net.pool.ConnectionPool;
import io.github.wininet4j.host.CompatibilitySwitch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs exchanges. A request is sent in one go and its response received in another, because a caller may write the body in between
 * (HttpSendRequestEx); everything else does the one right after the other.
 */
public final class HttpPipeline {
    private final List<Stage> stages;
    private final TransferStage transfer;

    /**
     * Builds the stages.
     *
     * @param pool where connections come from
     * @param limits how many there may be and what is ignored for whom
     * @param cookies the cookie jar
     * @param trust the authorities to trust, or null for the JVM's
     * @param switches departures from the default behaviour
     */
    public HttpPipeline(
            ConnectionPool pool,
            ServerTerms limits,
            CookieJar cookies,
            @Nullable KeyStore trust,
            Set<CompatibilitySwitch> switches) {
        this.stages = List.of(
                // Refuses what only a cache could answer.
                new OfflineStage(limits),
                // Puts the response's cookies into the jar: before redirects, which may need them already.
                new ReceivedCookiesStage(cookies),
                // Follows 3xx responses: judges before decoding, so that nothing is done to a response nobody will see.
                new RedirectStage(switches),
                // Completes the request head with what WinInet generates.
                new HeaderStage(),
                // Takes this hop's cookies out of the jar.
                new SentCookiesStage(cookies),
                // Undoes gzip and deflate.
                new DecodeStage());
        this.transfer = new TransferStage(
                new ConnectStage(pool, limits, trust),
                pool,
                switches.contains(CompatibilitySwitch.TRUNCATED_BODY_IS_AN_ERROR));
    }

    /**
     * Connects and sends the head and what there is of the body.
     *
     * @param exchange the exchange
     * @throws IOException if that fails
     */
    public void send(Exchange exchange) throws IOException {
        for (Stage stage : stages) {
            stage.prepare(exchange);
        }
        transfer.send(exchange);
    }

    /**
     * Receives the response head and follows redirects.
     *
     * @param exchange the exchange that was sent
     * @return the exchange whose response is the caller's
     * @throws IOException if that fails
     */
    public Exchange receive(Exchange exchange) throws IOException {
        Exchange current = exchange;
        while (true) {
            transfer.receive(current);
            current.terms().onHead().accept(current);
            Exchange next = judge(current);
            if (next == current) {
                return current;
            }
            transfer.drain(current);
            send(next);
            current = next;
        }
    }

    private Exchange judge(Exchange exchange) throws IOException {
        for (Stage stage : stages) {
            Exchange next = stage.judge(exchange);
            if (next != exchange) {
                return next;
            }
        }
        return exchange;
    }

    /**
     * Sends a part of a body that the caller writes.
     *
     * @param exchange the exchange that was sent
     * @param source the bytes, all of which are sent
     * @throws IOException if that fails
     */
    public void write(Exchange exchange, ByteBuffer source) throws IOException {
        transfer.write(exchange, source);
    }

    /**
     * Ends an exchange early: its connection goes back if the response was read, else it is closed (R-SEND-17).
     *
     * @param exchange the exchange
     */
    public void abandon(Exchange exchange) {
        transfer.abandon(exchange);
    }
}
