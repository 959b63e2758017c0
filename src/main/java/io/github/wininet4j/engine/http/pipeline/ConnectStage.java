package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.ConnectionEvents;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.net.pool.ConnectionKey;
import io.github.wininet4j.engine.net.pool.ConnectionPool;
import io.github.wininet4j.engine.net.pool.LeaseOptions;
import io.github.wininet4j.engine.net.tls.TlsPolicy;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.type.CERT_CONTEXT;
import java.io.IOException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gets an exchange its connection: from the pool, or a new one with all the statuses of making it. */
final class ConnectStage {
    private static final int CERTIFICATE_FLAGS =
            InternetFlag.INTERNET_FLAG_IGNORE_CERT_CN_INVALID | InternetFlag.INTERNET_FLAG_IGNORE_CERT_DATE_INVALID;
    /** INTERNET_ERROR_MASK_COMBINED_SEC_CERT: one code for all certificate problems (R-TLS-10). */
    private static final int COMBINED_SEC_CERT = 2;

    private final ConnectionPool pool;
    private final ServerTerms servers;
    private final @Nullable KeyStore trust;

    ConnectStage(ConnectionPool pool, ServerTerms servers, @Nullable KeyStore trust) {
        this.pool = pool;
        this.servers = servers;
        this.trust = trust;
    }

    /** Leases a connection; a fresh one for the retry after a stale one. */
    Connection connect(Exchange exchange, boolean fresh) throws IOException {
        RequestContext terms = exchange.terms();
        HttpUrl url = exchange.url();
        DwordSettings settings = terms.settings();
        TlsPolicy tls = url.secure() ? tlsPolicy(exchange) : null;
        Object identity = tls == null ? "plain" : tls;
        ConnectionKey key = new ConnectionKey(url.host(), url.port(), url.secure(), identity);
        Timeouts timeouts = new Timeouts(
                settings.get(DwordSetting.CONNECT_TIMEOUT),
                settings.get(DwordSetting.SEND_TIMEOUT),
                settings.get(DwordSetting.RECEIVE_TIMEOUT),
                settings.get(DwordSetting.CONNECT_RETRIES));
        LeaseOptions lease = new LeaseOptions(
                servers.limits(), timeouts, tls, new Events(terms.node()), terms.cancellation(), null, fresh);
        Connection connection = pool.lease(key, lease);
        if (tls != null) {
            remember(exchange);
        }
        return connection;
    }

    private TlsPolicy tlsPolicy(Exchange exchange) {
        RequestContext terms = exchange.terms();
        DwordSettings settings = terms.settings();
        int ignored = settings.get(DwordSetting.SECURITY_FLAGS)
                | (terms.flags() & CERTIFICATE_FLAGS)
                | servers.ignoredSecurityErrors(hostKey(exchange));
        boolean combined = (settings.get(DwordSetting.ERROR_MASK) & COMBINED_SEC_CERT) != 0;
        CERT_CONTEXT chosen = terms.clientCertificate();
        return new TlsPolicy(
                ignored & (TlsPolicy.IGNORABLE | SecurityFlag.SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE),
                combined,
                chosen == null ? List.of() : chosen.certificates,
                chosen == null ? null : chosen.privateKey,
                chosen != null && chosen.privateKey == null,
                trust,
                false);
    }

    /** What a program chose to ignore holds for the server from now on (R-TLS-9). */
    private void remember(Exchange exchange) {
        int chosen = exchange.terms().settings().get(DwordSetting.SECURITY_FLAGS) & TlsPolicy.IGNORABLE;
        if (chosen != 0) {
            servers.ignoreSecurityErrors(hostKey(exchange), chosen);
        }
    }

    private static String hostKey(Exchange exchange) {
        return exchange.url().host().toLowerCase(Locale.ROOT);
    }

    /** Turns the steps of connecting into statuses; addresses are told as text (R-STAT-20, R-CONTRA-3). */
    record Events(HandleNode node) implements ConnectionEvents {
        @Override
        public void resolvingName(String host) {
            StatusNotifier.ansiText(node, InternetStatus.INTERNET_STATUS_RESOLVING_NAME, host);
        }

        @Override
        public void nameResolved(String address) {
            StatusNotifier.ansiText(node, InternetStatus.INTERNET_STATUS_NAME_RESOLVED, address);
        }

        @Override
        public void connecting(String address) {
            StatusNotifier.ansiText(node, InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER, address);
        }

        @Override
        public void connected(String address) {
            StatusNotifier.ansiText(node, InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER, address);
        }

        @Override
        public void closingConnection() {
            StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_CLOSING_CONNECTION);
        }

        @Override
        public void connectionClosed() {
            StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_CONNECTION_CLOSED);
        }
    }
}
