package io.github.wininet4j.client;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a server. It is a description without a handle: each method returns a changed copy, and it may be sent by
 * any number of threads, as often as its body allows. Each {@code send} makes its own handles
 * ({@code InternetConnect}, {@code HttpOpenRequest}).
 */
public final class Request {
    /** Does something to a handle before it is used. */
    @FunctionalInterface
    public interface Preparation {
        /**
         * Prepares a request that has its headers and options and is not sent yet.
         *
         * @param wininet where to make calls
         * @param request the handle of {@code HttpOpenRequest}
         * @throws IOException to end the request with it
         */
        void prepare(WinInet wininet, HINTERNET request) throws IOException;
    }

    /** Makes something of a response. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads a response, which is closed afterwards.
         *
         * @param response the response
         * @return what to make of it
         * @throws IOException to end the request with it
         */
        T read(Response response) throws IOException;
    }

    /** Is told how much of a body has been sent. */
    @FunctionalInterface
    public interface UploadProgress {
        /**
         * Takes the state after a piece, on the thread that sends.
         *
         * @param sent bytes of the body that are handed over; it starts anew where the body is repeated
         * @param total the length of the body, or -1 if it is not known
         */
        void sent(long sent, long total);
    }

    private final Session session;
    private final String verb;
    private final String url;
    private List<HeaderLine> headers = List.of();
    private List<Preparation> preparations = List.of();
    private List<Consumer<Status>> listeners = List.of();
    private @Nullable Body body;
    private @Nullable UploadProgress progress;
    private int flags;

    Request(Session session, String verb, String url) {
        this.session = session;
        this.verb = verb;
        this.url = url;
    }

    private Request copy() {
        Request copy = new Request(session, verb, url);
        copy.headers = headers;
        copy.preparations = preparations;
        copy.listeners = listeners;
        copy.body = body;
        copy.progress = progress;
        copy.flags = flags;
        return copy;
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }

    /**
     * Sets a header, in place of one of that name.
     *
     * @param name its name
     * @param value its value; empty is refused by {@code HttpAddRequestHeaders}
     * @return the changed copy
     * @throws IllegalArgumentException if there is a line break or a NUL in it
     */
    public Request header(String name, String value) {
        Request copy = copy();
        copy.headers = with(headers, HeaderLine.only(name, value));
        return copy;
    }

    /**
     * Adds a header, besides those of that name.
     *
     * @param name its name
     * @param value its value
     * @return the changed copy
     * @throws IllegalArgumentException if there is a line break or a NUL in it
     */
    public Request addHeader(String name, String value) {
        Request copy = copy();
        copy.headers = with(headers, HeaderLine.further(name, value));
        return copy;
    }

    /**
     * Sets the body. Its type goes before a Content-Type header that was set.
     *
     * @param value what to send
     * @return the changed copy
     */
    public Request body(Body value) {
        Request copy = copy();
        copy.body = value;
        return copy;
    }

    /**
     * Adds flags of {@code HttpOpenRequest}; the one for https is added by the URL.
     *
     * @param value {@code INTERNET_FLAG_*} bits, such as {@link InternetFlag#INTERNET_FLAG_RELOAD}
     * @return the changed copy
     */
    public Request flags(int value) {
        Request copy = copy();
        copy.flags |= value;
        return copy;
    }

    /**
     * Sets an option of the request's handle.
     *
     * @param <T> the type of its value
     * @param option the option
     * @param value the value
     * @return the changed copy
     */
    public <T> Request option(Option<T> option, T value) {
        return prepare((wininet, request) -> option.set(wininet, request, value));
    }

    /**
     * Sets the timeouts for connecting, sending and receiving, each by itself.
     *
     * @param value how long each may take
     * @return the changed copy
     */
    public Request timeout(Duration value) {
        return option(Option.CONNECT_TIMEOUT, value)
                .option(Option.SEND_TIMEOUT, value)
                .option(Option.RECEIVE_TIMEOUT, value);
    }

    /**
     * Adds something to do with the handle before it is sent.
     *
     * @param preparation what to do, on the thread that sends
     * @return the changed copy
     */
    public Request prepare(Preparation preparation) {
        Request copy = copy();
        copy.preparations = with(preparations, preparation);
        return copy;
    }

    /**
     * Adds a listener for the statuses of the request, from its connection to its end.
     *
     * @param listener takes each status, on a thread of the back end, which waits for it
     * @return the changed copy
     */
    public Request onStatus(Consumer<Status> listener) {
        Request copy = copy();
        copy.listeners = with(listeners, listener);
        return copy;
    }

    /**
     * Sets who is told how far the body is.
     *
     * @param listener takes the count after each {@code InternetWriteFile}
     * @return the changed copy
     */
    public Request onUpload(UploadProgress listener) {
        Request copy = copy();
        copy.progress = listener;
        return copy;
    }

    /**
     * Sends the request and waits for the head of the answer. Any status code is an answer.
     *
     * @return the response, to be closed
     * @throws WinInetException if a function fails
     * @throws IOException if the body cannot be read
     */
    public Response send() throws IOException {
        return new Exchange(session, this).send();
    }

    /**
     * Sends the request on a thread of the session's executor. Cancelling the future, or one that was made from it,
     * closes the handle, which ends the call under way; so does completing it with an exception, as {@code orTimeout}
     * does.
     *
     * @return the response, to be closed
     */
    public CompletableFuture<Response> sendAsync() {
        return Call.start(session, new Exchange(session, this), response -> response);
    }

    /**
     * Sends the request and reads the response, both on a thread of the session's executor. Cancelling works as for
     * {@link #sendAsync()}, up to the end of the reader.
     *
     * @param <T> the type of the result
     * @param reader makes something of the response
     * @return what the reader returned
     */
    public <T> CompletableFuture<T> sendAsync(Reader<T> reader) {
        return Call.start(session, new Exchange(session, this), response -> {
            try (response) {
                return reader.read(response);
            }
        });
    }

    /** {@return the method} */
    public String verb() {
        return verb;
    }

    /** {@return the URL as it was given} */
    public String url() {
        return url;
    }

    List<HeaderLine> headers() {
        return headers;
    }

    List<Preparation> preparations() {
        return preparations;
    }

    List<Consumer<Status>> listeners() {
        return listeners;
    }

    @Nullable
    Body body() {
        return body;
    }

    @Nullable
    UploadProgress progress() {
        return progress;
    }

    int flags() {
        return flags;
    }
}
