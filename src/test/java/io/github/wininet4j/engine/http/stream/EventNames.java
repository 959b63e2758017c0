package io.github.wininet4j.engine.http.stream;

import java.util.ArrayList;
import java.util.List;

/** Keeps the names of the events of a request, in their order. */
public final class EventNames implements RequestEvents {
    private final List<String> names = new ArrayList<>();

    /** The names so far. */
    public List<String> names() {
        return names;
    }

    @Override
    public void resolvingName(String host) {
        names.add("resolvingName");
    }

    @Override
    public void nameResolved(String address) {
        names.add("nameResolved");
    }

    @Override
    public void connecting(String address) {
        names.add("connecting");
    }

    @Override
    public void connected(String address) {
        names.add("connected");
    }

    @Override
    public void closingConnection() {
        names.add("closingConnection");
    }

    @Override
    public void connectionClosed() {
        names.add("connectionClosed");
    }

    @Override
    public void sendingRequest() {
        names.add("sendingRequest");
    }

    @Override
    public void requestSent(int bytes) {
        names.add("requestSent");
    }

    @Override
    public void receivingResponse() {
        names.add("receivingResponse");
    }

    @Override
    public void responseReceived(int bytes) {
        names.add("responseReceived");
    }

    @Override
    public void intermediateResponse() {
        names.add("intermediateResponse");
    }

    @Override
    public void redirecting(String url) {
        names.add("redirecting");
    }

    @Override
    public void cookiesSent(int count) {
        names.add("cookiesSent");
    }

    @Override
    public void cookiesReceived(int count) {
        names.add("cookiesReceived");
    }

    @Override
    public void cookieHistory(int kinds) {
        names.add("cookieHistory");
    }

    @Override
    public void detectingProxy() {
        names.add("detectingProxy");
    }

    @Override
    public void privacyPolicyReceived() {
        names.add("privacyPolicyReceived");
    }
}
