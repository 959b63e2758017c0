package io.github.wininet4j.client;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A session: {@code InternetOpen}. Connections, cookies and the cache are shared by its requests. Any number of threads
 * may use it at once.
 */
public final class Session extends InternetHandle {
    private final BackEnd wininet;
    private final boolean ownsBackEnd;
    private final HINTERNET handle;
    private final Executor executor;
    private final @Nullable ExecutorService ownThreads;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final AtomicLong contexts = new AtomicLong();

    Session(
            BackEnd wininet,
            boolean ownsBackEnd,
            HINTERNET handle,
            Executor executor,
            @Nullable ExecutorService ownThreads) {
        this.wininet = wininet;
        this.ownsBackEnd = ownsBackEnd;
        this.handle = handle;
        this.executor = executor;
        this.ownThreads = ownThreads;
    }

    /**
     * Opens a session on {@link io.github.wininet4j.WinInets#preferred()} with the user's proxy settings.
     *
     * @param agent the User-Agent text
     * @return the session; closing it closes the back end as well
     * @throws WinInetException if {@code InternetOpen} fails
     */
    public static Session open(String agent) throws WinInetException {
        return builder(agent).open();
    }

    /**
     * Opens a session on a back end: the engine, a loaded library, or what the program has put around one.
     *
     * @param wininet the back end; the caller closes it, after the session
     * @param agent the User-Agent text
     * @return the session
     * @throws WinInetException if {@code InternetOpen} fails
     */
    public static Session open(BackEnd wininet, String agent) throws WinInetException {
        return builder(agent).backEnd(wininet).open();
    }

    /**
     * Begins a session with more than a name.
     *
     * @param agent the User-Agent text
     * @return what to call {@link SessionBuilder#open()} on
     */
    public static SessionBuilder builder(String agent) {
        return new SessionBuilder(agent);
    }

    /**
     * Begins a request; nothing is opened or sent.
     *
     * @param verb the method, such as {@code GET}
     * @param url an http or https URL; a user and a password in it are for the server
     * @return the request
     */
    public Request request(String verb, String url) {
        return new Request(this, verb, url);
    }

    /**
     * Begins a GET.
     *
     * @param url an http or https URL
     * @return the request
     */
    public Request get(String url) {
        return request("GET", url);
    }

    /**
     * Begins a POST.
     *
     * @param url an http or https URL
     * @param body what to send
     * @return the request
     */
    public Request post(String url, Body body) {
        return request("POST", url).body(body);
    }

    /**
     * Begins a PUT.
     *
     * @param url an http or https URL
     * @param body what to send
     * @return the request
     */
    public Request put(String url, Body body) {
        return request("PUT", url).body(body);
    }

    /**
     * Begins a DELETE.
     *
     * @param url an http or https URL
     * @return the request
     */
    public Request delete(String url) {
        return request("DELETE", url);
    }

    /**
     * Puts a cookie into the jar with {@code InternetSetCookie}. The jar belongs to the back end.
     *
     * @param url whom it is for
     * @param cookie name, value and attributes as in Set-Cookie
     * @throws WinInetException if the jar refuses it
     */
    public void setCookie(String url, String cookie) throws WinInetException {
        if (!wininet.InternetSetCookie(url, null, cookie)) {
            throw WinInetException.last(wininet, "InternetSetCookie");
        }
    }

    /**
     * Reads the cookies that a request would send with {@code InternetGetCookie}; those that are HttpOnly are not among
     * them.
     *
     * @param url whom they are for
     * @return such as {@code a=1; b=2}; empty if there are none
     * @throws WinInetException if the URL is not one
     */
    public String cookies(String url) throws WinInetException {
        DwordRef size = new DwordRef(512);
        TextBuffer text = new TextBuffer(size.value);
        while (!wininet.InternetGetCookie(url, null, text, size)) {
            int error = wininet.GetLastError();
            if (error == Win32Error.ERROR_NO_MORE_ITEMS) {
                return "";
            }
            if (error != Win32Error.ERROR_INSUFFICIENT_BUFFER) {
                throw new WinInetException("InternetGetCookie", error);
            }
            // Bytes by the documentation; as characters it is enough in any case.
            size.value = Math.max(size.value, text.capacity() * 2);
            text = new TextBuffer(size.value);
        }
        return text.toString();
    }

    @Override
    public WinInet wininet() {
        return wininet;
    }

    @Override
    public HINTERNET handle() {
        return handle;
    }

    Executor executor() {
        return executor;
    }

    boolean isClosed() {
        return isClosed.get();
    }

    /** Returns a context value that no other request of this session has. */
    long nextContext() {
        return contexts.incrementAndGet();
    }

    /**
     * Closes the session with {@code InternetCloseHandle}, which ends what is under way with
     * {@code ERROR_INTERNET_OPERATION_CANCELLED}; then the back end, if the session opened it. The session's threads
     * end with what they run. Requests that are sent later fail with {@code ERROR_INVALID_HANDLE} (R-PROJ-CLIENT-9).
     */
    @Override
    public void close() {
        if (isClosed.getAndSet(true)) {
            return;
        }
        wininet.InternetCloseHandle(handle);
        if (ownThreads != null) {
            ownThreads.shutdown();
        }
        if (ownsBackEnd) {
            wininet.close();
        }
    }
}
