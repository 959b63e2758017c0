package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.engine.handle.HandleNode;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.net.ConnectionEvents;

/**
 * Turns what happens on control and data connections into statuses of a call (R-STAT, R-FTP-41).
 *
 * @param node the handle that the call works on
 * @param context the context value of the call
 */
record FtpStatuses(HandleNode node, long context) implements ConnectionEvents {
    @Override
    public String user() {
        return "FTP handle " + node.handle();
    }

    @Override
    public void resolvingName(String host) {
        text(InternetStatus.INTERNET_STATUS_RESOLVING_NAME, host);
    }

    @Override
    public void nameResolved(String address) {
        text(InternetStatus.INTERNET_STATUS_NAME_RESOLVED, address);
    }

    @Override
    public void connecting(String address) {
        text(InternetStatus.INTERNET_STATUS_CONNECTING_TO_SERVER, address);
    }

    @Override
    public void connected(String address) {
        text(InternetStatus.INTERNET_STATUS_CONNECTED_TO_SERVER, address);
    }

    @Override
    public void closingConnection() {
        plain(InternetStatus.INTERNET_STATUS_CLOSING_CONNECTION);
    }

    @Override
    public void connectionClosed() {
        plain(InternetStatus.INTERNET_STATUS_CONNECTION_CLOSED);
    }

    void sendingRequest() {
        plain(InternetStatus.INTERNET_STATUS_SENDING_REQUEST);
    }

    void requestSent(int bytes) {
        StatusNotifier.number(node, context, InternetStatus.INTERNET_STATUS_REQUEST_SENT, bytes);
    }

    void receivingResponse() {
        plain(InternetStatus.INTERNET_STATUS_RECEIVING_RESPONSE);
    }

    void responseReceived(int bytes) {
        StatusNotifier.number(node, context, InternetStatus.INTERNET_STATUS_RESPONSE_RECEIVED, bytes);
    }

    private void plain(int status) {
        StatusNotifier.plain(node, context, status);
    }

    private void text(int status, String text) {
        StatusNotifier.ansiText(node, context, status, text);
    }
}
