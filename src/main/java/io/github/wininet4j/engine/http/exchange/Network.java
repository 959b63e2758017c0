package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.ProxyAnswerException;
import io.github.wininet4j.engine.http.stream.Route;
import io.github.wininet4j.engine.http.stream.StreamFactory;
import io.github.wininet4j.engine.http.stream.StreamOptions;
import io.github.wininet4j.engine.net.CancelledIoException;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.tls.TlsFailure;
import io.github.wininet4j.engine.net.tls.TlsPolicy;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.option.ServerPolicies;
import io.github.wininet4j.type.CERT_CONTEXT;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.util.List;

/** The way to the servers: what lies below all layers. */
public final class Network implements Opener {
    private static final int CERTIFICATE_FLAGS =
            InternetFlag.INTERNET_FLAG_IGNORE_CERT_CN_INVALID | InternetFlag.INTERNET_FLAG_IGNORE_CERT_DATE_INVALID;

    private static final int MAX_ATTEMPTS = 3;

    private final StreamFactory streams;
    private final RouteFinder routes;
    private final ServerPolicies servers;
    private final ServerTrust trust;
    private final boolean truncationFails;

    /**
     * Creates the way.
     *
     * @param streams opens streams
     * @param routes finds the routes
     * @param servers what is set and remembered for servers
     * @param trust what has to be true of a server
     * @param truncationFails whether every response body that ends too early is an error
     */
    public Network(
            StreamFactory streams,
            RouteFinder routes,
            ServerPolicies servers,
            ServerTrust trust,
            boolean truncationFails) {
        this.streams = streams;
        this.routes = routes;
        this.servers = servers;
        this.trust = trust;
        this.truncationFails = truncationFails;
    }

    /** Returns what has to be true of a server. */
    ServerTrust trust() {
        return trust;
    }

    @Override
    public HttpExchange open(Request request) {
        return new NetworkExchange(request, this);
    }

    /** Opens a stream by the first route that leads there; a fresh one for the retry after a stale one. */
    HttpStream connect(Request request, boolean fresh) throws IOException {
        StreamOptions options = options(request);
        List<Route> ways = routes.routes(request);
        IOException failure = null;
        int attempts = 0;
        for (int i = 0; i < ways.size(); i++) {
            try {
                Route route = ways.get(i);
                HttpStream stream = streams.open(request.url(), route, options, fresh);
                request.context().logons().setForwarder(route.isForwarded() ? route.proxy() : null);
                remember(request);
                return stream;
            } catch (ProxyAnswerException e) {
                if (mayLogOnAgain(request, ways.get(i)) && attempts++ < MAX_ATTEMPTS) {
                    // The proxy closed the connection on which it asked for credentials.
                    i--;
                    continue;
                }
                request.context().logons().setForwarder(null);
                return e.answer();
            } catch (TlsFailure | CancelledIoException e) {
                // The server's or the caller's decision: another route changes nothing.
                throw e;
            } catch (IOException e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure == null ? new NoRouteToHostException(request.url().host()) : failure;
    }

    private static boolean mayLogOnAgain(Request request, Route route) {
        Endpoint proxy = route.proxy();
        return proxy != null && request.context().logons().proxy(proxy).hasAnswer();
    }

    private StreamOptions options(Request request) {
        RequestContext context = request.context();
        DwordSettings settings = context.settings();
        Timeouts timeouts = new Timeouts(
                settings.get(DwordSetting.CONNECT_TIMEOUT),
                settings.get(DwordSetting.SEND_TIMEOUT),
                settings.get(DwordSetting.RECEIVE_TIMEOUT),
                settings.get(DwordSetting.CONNECT_RETRIES));
        return new StreamOptions(
                timeouts,
                request.url().secure() ? tlsPolicy(request) : null,
                context.events(),
                context.cancellation(),
                truncationFails || settings.get(DwordSetting.DISALLOW_PREMATURE_EOF) != 0,
                request.holdsConnection(),
                context.logons().user(),
                allowsHttp2(request));
    }

    /** Chunks that the program makes itself are a form of HTTP/1.1 (R-PROJ-H2-10). */
    private static boolean allowsHttp2(Request request) {
        int protocols = request.context().settings().get(DwordSetting.ENABLE_HTTP_PROTOCOL);
        return (protocols & OptionValue.HTTP_PROTOCOL_FLAG_HTTP2) != 0
                && request.headers().first("Transfer-Encoding") == null;
    }

    private TlsPolicy tlsPolicy(Request request) {
        RequestContext context = request.context();
        DwordSettings settings = context.settings();
        int wanted = settings.get(DwordSetting.SECURITY_FLAGS);
        // A host that wants https only wants it without any fault (RFC 6797 section 8.4).
        int ignored = trust.isStrict(context, request.url())
                ? 0
                : wanted
                        | (context.flags() & CERTIFICATE_FLAGS)
                        | servers.ignoredSecurityErrors(request.url().hostKey());
        // One code for all certificate problems (R-TLS-10).
        boolean combined =
                (settings.get(DwordSetting.ERROR_MASK) & OptionValue.INTERNET_ERROR_MASK_COMBINED_SEC_CERT) != 0;
        CERT_CONTEXT chosen = context.clientCertificate();
        return new TlsPolicy(
                (ignored & TlsPolicy.IGNORABLE) | (wanted & SecurityFlag.SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE),
                combined,
                chosen == null ? List.of() : chosen.certificates,
                chosen == null ? null : chosen.privateKey,
                chosen != null && chosen.privateKey == null,
                trust.authorities(),
                trust.revocation(),
                false);
    }

    /**
     * Problems that were reported and then ignored on the same handle are ignored for that server from now on
     * (R-TLS-9).
     */
    private void remember(Request request) {
        TlsFailure refusal = request.context().refusal();
        String host = request.url().hostKey();
        if (refusal != null && request.url().secure() && refusal.host().equals(host)) {
            servers.ignoreSecurityErrors(
                    host, request.context().settings().get(DwordSetting.SECURITY_FLAGS) & refusal.remedies());
        }
    }
}
