package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.call.ErrorMap;
import io.github.wininet4j.engine.http.exchange.ForwardingExchange;
import io.github.wininet4j.engine.http.exchange.HttpExchange;
import io.github.wininet4j.engine.http.exchange.Opener;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.Response;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.Watchdog;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request that goes to the network: on the condition that the copy is old, if there is one with a validator. The
 * response is kept, or the copy confirmed, or used because there is no connection (R-CACHE-5).
 */
final class CachingExchange extends ForwardingExchange {
    private static final int NOT_MODIFIED = 304;

    private final Request request;
    private final ResponseStore store;
    private final CacheDemands demands;
    private final @Nullable Copy copy;
    private final boolean replaces;
    private final boolean conditional;
    private final Opener opener;
    private HttpExchange below;
    private final @Nullable CopyDeadline deadline;
    private final long requested;
    private boolean unreachable;

    CachingExchange(
            Request request,
            Opener below,
            ResponseStore store,
            CacheDemands demands,
            @Nullable Copy copy,
            boolean replaces,
            Watchdog watchdog) {
        this.request = request;
        this.store = store;
        this.demands = demands;
        this.copy = copy;
        this.replaces = replaces;
        HeaderList conditions = copy == null || demands.reload() ? null : conditions(request, copy.head());
        this.conditional = conditions != null;
        this.deadline = copy != null && mayStandIn(copy) ? CopyDeadline.of(request, watchdog) : null;
        Request limited = deadline == null ? request : deadline.limited(request);
        this.opener = below;
        this.below = below.open(conditions == null ? limited : limited.withHeaders(conditions));
        this.requested = store.now();
    }

    /** The headers of a request that is answered with 304 if the copy is good; null if the copy has no validator. */
    private static @Nullable HeaderList conditions(Request request, StoredHead head) {
        String tag = head.first("ETag");
        String modified = head.first("Last-Modified");
        if (tag == null && modified == null) {
            return null;
        }
        HeaderList headers = request.headers().copy();
        if (tag != null) {
            headers.add("If-None-Match", tag);
        }
        if (modified != null) {
            headers.add("If-Modified-Since", modified);
        }
        return headers;
    }

    /** Whether the server is asked if the copy is still good. */
    boolean isConditional() {
        return conditional;
    }

    @Override
    protected HttpExchange below() {
        return below;
    }

    @Override
    public void send() throws IOException {
        if (deadline != null) {
            deadline.begin();
        }
        try {
            below.send();
        } catch (IOException e) {
            rememberFailure(e);
        }
    }

    /** Lets the copy stand in, or goes on failing. */
    private void rememberFailure(IOException failure) throws IOException {
        int code = ErrorMap.code(failure);
        boolean net = code == WinInetError.ERROR_INTERNET_CANNOT_CONNECT
                || code == WinInetError.ERROR_INTERNET_CONNECTION_RESET;
        boolean absent = demands.netFailure() && net && copy != null && mayStandIn(copy);
        if (!absent && !(deadline != null && deadline.hasExpired())) {
            throw failure;
        }
        unreachable = true;
    }

    /** Whether a copy may be used although it was not compared with the server. */
    private static boolean mayStandIn(Copy copy) {
        return !Directives.of(copy.head()).mustRevalidate();
    }

    @Override
    public @Nullable Connection awaitResponse() {
        return unreachable ? null : below.awaitResponse();
    }

    @Override
    public Response receive() throws IOException {
        Response response = null;
        if (!unreachable) {
            try {
                response = below.receive();
                if (deadline != null && !deadline.answered()) {
                    // It came too late: what it would be read from is closed.
                    below.abandon();
                    response = null;
                }
            } catch (IOException e) {
                rememberFailure(e);
            }
        }
        Copy known = copy;
        if (response == null && known != null) {
            return known.answer(Transcript.of(request), known.head(), known.entry());
        }
        if (response == null) {
            throw new IllegalStateException("neither a response nor a copy");
        }
        ResponseFields head = response.transcript().response();
        if (known != null && conditional && head != null && head.status() == NOT_MODIFIED) {
            if (known.head().isMeantBy(head)) {
                return confirmed(known, response.transcript(), head);
            }
            response = fetched();
        }
        return store.keep(request, demands, response, requested, replaces);
    }

    /** What the server means is not the copy, so that it has to be had (RFC 9111, section 4.3.4; R-PROJ-CACHE-19). */
    private Response fetched() throws IOException {
        below.finish();
        below = opener.open(request);
        below.send();
        return below.receive();
    }

    /** The copy is still good; the caller sees what it would have got without it. */
    private Response confirmed(Copy known, Transcript transcript, ResponseFields news) throws IOException {
        below.finish();
        StoredHead merged = known.head().updated(news);
        CacheEntry times = store.confirm(known.entry(), merged, demands, transcript, requested);
        return known.answer(transcript, merged, times);
    }

    @Override
    public void finish() {
        super.finish();
        closeCopy();
    }

    @Override
    public void abandon() {
        super.abandon();
        closeCopy();
    }

    private void closeCopy() {
        if (deadline != null) {
            deadline.close();
        }
        if (copy != null) {
            copy.close();
        }
    }
}
