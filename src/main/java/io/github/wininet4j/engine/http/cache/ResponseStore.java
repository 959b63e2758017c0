package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.exchange.CacheUse;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.Response;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.net.TlsFindings;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps responses (R-CACHE-1, R-CACHE-2, R-CACHE-6). What the store refuses costs a response its copy, no more. */
final class ResponseStore {
    private static final int OK = 200;

    private final UrlCache cache;
    private final boolean sparesSecure;

    ResponseStore(UrlCache cache, boolean sparesSecure) {
        this.cache = cache;
        this.sparesSecure = sparesSecure;
    }

    long now() {
        return cache.now();
    }

    /**
     * Keeps a response while it is read, if it may be kept.
     *
     * @param replaces whether there was an entry when the request began
     */
    Response keep(Request request, CacheDemands demands, Response response, long requested, boolean replaces) {
        ResponseFields head = response.transcript().response();
        if (head == null
                || !demands.writes()
                || (sparesSecure && request.url().secure())
                || isDoubtful(response.transcript())) {
            return response;
        }
        Directives directives = Directives.of(head);
        List<String> selection = directives.noStore() ? null : Variants.selection(request, response.transcript(), head);
        if (selection == null) {
            if (replaces) {
                forget(request);
            }
            return response;
        }
        long expires = Freshness.expiry(head, directives, requested, now());
        int kind = response.transcript().cookies()
                | (directives.mustRevalidate() ? CacheEntryType.MUST_REVALIDATE_CACHE_ENTRY : 0);
        if (head.status() != OK) {
            keepRedirect(request, head, expires, kind, selection);
            return response;
        }
        long length = response.content().length();
        if (length > cache.quota()) {
            return response;
        }
        CacheEntry entry = entry(request, head, expires, CacheEntryType.NORMAL_CACHE_ENTRY | kind, selection);
        EntryFile file = begin(request);
        if (file == null) {
            return response;
        }
        return new Response(
                response.transcript(),
                new KeptContent(response.content(), file, cache, entry),
                file,
                new CacheUse(false, entry.expires(), entry.modified()));
    }

    /** Whether the server showed a certificate that only this caller put up with (R-PROJ-CACHE-7). */
    private static boolean isDoubtful(Transcript answered) {
        TlsFindings tls = answered.tls();
        return tls != null && !tls.isFaultless();
    }

    private @Nullable EntryFile begin(Request request) {
        try {
            return EntryFile.open(cache.createBody(
                    request.url().toString(), request.context().cacheNames().extension()));
        } catch (IOException | WinInetFailure e) {
            cache.complain(e);
            return null;
        }
    }

    private CacheEntry entry(Request request, ResponseFields head, long expires, int type, List<String> selection) {
        return CacheEntry.of(RequestKey.of(request), type, null)
                .withHeaders(StoredHead.text(head))
                .withTimes(Freshness.time(head.first("Last-Modified")), expires, now())
                .selectedBy(null, selection);
    }

    /** A redirect is kept without its body, which nobody reads; one that is not for ever only if it says how long. */
    private void keepRedirect(Request request, ResponseFields head, long expires, int kind, List<String> selection) {
        boolean kept = switch (head.status()) {
            case 301, 308 -> true;
            case 302, 303, 307 -> expires > now();
            default -> false;
        };
        String location = head.first("Location");
        if (!kept || location == null || location.isEmpty()) {
            return;
        }
        EntryFile empty = begin(request);
        if (empty == null) {
            return;
        }
        CacheEntry entry = entry(
                request,
                StoredHead.withoutBody(head),
                expires,
                CacheEntryType.NORMAL_CACHE_ENTRY | CacheEntryType.REDIRECT_CACHE_ENTRY | kind,
                selection);
        KeptContent.commit(cache, entry, empty, 0);
        empty.release();
    }

    /** What may not be kept takes the place of what was. */
    private void forget(Request request) {
        try {
            cache.delete(RequestKey.of(request));
        } catch (IOException e) {
            cache.complain(e);
        }
    }

    /** Notes that an entry is still good; returns it with its new times. */
    CacheEntry confirm(CacheEntry entry, StoredHead head, CacheDemands demands, Transcript answered, long requested) {
        long now = now();
        long expires = Freshness.expiry(head, Directives.of(head), requested, now);
        CacheEntry confirmed = entry.withHeaders(StoredHead.text(head))
                .withTimes(Freshness.time(head.first("Last-Modified")), expires, now);
        if (demands.writes() && !isDoubtful(answered)) {
            try {
                cache.put(entry.url(), old -> old != null && old.equals(entry) ? confirmed : null, use -> use, true);
            } catch (IOException e) {
                cache.complain(e);
            }
        }
        return confirmed;
    }
}
