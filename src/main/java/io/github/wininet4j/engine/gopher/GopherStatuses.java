package io.github.wininet4j.engine.gopher;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.net.ConnectionEvents;

/**
 * Turns what happens on a connection into statuses of a call (R-STAT).
 *
 * @param node the handle that the call works on
 * @param context the context value of the call
 */
record GopherStatuses(HandleNode node, long context) implements ConnectionEvents {
    @Override
    public String user() {
        return "Gopher handle " + node.handle();
    }

    @Override
    public void resolvingName(String host) {
        StatusNotifier.ansiText(node, context, InternetStatus.INTERNET_STATUS_RESOLVING_NAME, host);
    }

    @Override
    public void nameResolved(String address) {
        StatusNotifier.ansiText(node, context, InternetStatus.INTERNET_STATUS_NAME_RESOLVED, address);
    }

    @Override
    public void connecting(String address) {
        StatusNotifier.ansiText(node, context, InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER, address);
    }

    @Override
    public void connected(String address) {
        StatusNotifier.ansiText(node, context, InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER, address);
    }

    @Override
    public void closingConnection() {
        StatusNotifier.plain(node, context, InternetStatus.INTERNET_STATUS_CLOSING_CONNECTION);
    }

    @Override
    public void connectionClosed() {
        StatusNotifier.plain(node, context, InternetStatus.INTERNET_STATUS_CONNECTION_CLOSED);
    }

    void sendingRequest() {
        StatusNotifier.plain(node, context, InternetStatus.INTERNET_STATUS_SENDING_REQUEST);
    }

    void requestSent(int bytes) {
        StatusNotifier.number(node, context, InternetStatus.INTERNET_STATUS_REQUEST_SENT, bytes);
    }

    void receivingResponse() {
        StatusNotifier.plain(node, context, InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE);
    }

    void responseReceived(int bytes) {
        StatusNotifier.number(node, context, InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED, bytes);
    }
}
