package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.http.stream.RequestEvents;
import io.github.wininet4j.type.InternetCookieHistory;

/**
 * Turns the events of a request into statuses of its handle; addresses are reported as text (R-STAT-20, R-CONTRA-3).
 */
record RequestStatuses(HttpRequestNode node) implements RequestEvents {
    @Override
    public String user() {
        return "request " + node.handle();
    }

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

    @Override
    public void sendingRequest() {
        try {
            StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_SENDING_REQUEST);
        } finally {
            node.sending().closeHeaders();
        }
    }

    @Override
    public void requestSent(int bytes) {
        StatusNotifier.number(node, InternetStatus.INTERNET_STATUS_REQUEST_SENT, bytes);
    }

    @Override
    public void receivingResponse() {
        StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE);
    }

    @Override
    public void responseReceived(int bytes) {
        StatusNotifier.number(node, InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED, bytes);
    }

    @Override
    public void intermediateResponse() {
        StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_INTERMEDIATE_RESPONSE);
    }

    @Override
    public void redirecting(String url) {
        StatusNotifier.redirect(node, url);
    }

    @Override
    public void cookiesSent(int count) {
        StatusNotifier.number(node, InternetStatus.INTERNET_STATUS_COOKIE_SENT, count);
    }

    @Override
    public void cookiesReceived(int count) {
        StatusNotifier.number(node, InternetStatus.INTERNET_STATUS_COOKIE_RECEIVED, count);
    }

    @Override
    public void cookieHistory(int kinds) {
        InternetCookieHistory history = new InternetCookieHistory();
        history.fAccepted = (kinds & CacheEntryType.COOKIE_ACCEPTED_CACHE_ENTRY) != 0;
        history.fLeashed = (kinds & CacheEntryType.COOKIE_LEASHED_CACHE_ENTRY) != 0;
        history.fDowngraded = (kinds & CacheEntryType.COOKIE_DOWNGRADED_CACHE_ENTRY) != 0;
        history.fRejected = (kinds & CacheEntryType.COOKIE_REJECTED_CACHE_ENTRY) != 0;
        StatusNotifier.structure(node, InternetStatus.INTERNET_STATUS_COOKIE_HISTORY, history);
    }

    @Override
    public void privacyPolicyReceived() {
        StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_P3P_HEADER);
    }

    @Override
    public void detectingProxy() {
        StatusNotifier.plain(node, InternetStatus.INTERNET_STATUS_DETECTING_PROXY);
    }
}
