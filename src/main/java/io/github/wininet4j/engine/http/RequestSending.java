package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.exchange.CacheNames;
import io.github.wininet4j.engine.http.exchange.CacheUse;
import io.github.wininet4j.engine.http.exchange.ExchangeListener;
import io.github.wininet4j.engine.http.exchange.HttpExchange;
import io.github.wininet4j.engine.http.exchange.LoggedOffException;
import io.github.wininet4j.engine.http.exchange.Opener;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.RequestContext;
import io.github.wininet4j.engine.http.exchange.Response;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.net.tls.TlsFailure;
import io.github.wininet4j.engine.storage.EngineFolder;
import io.github.wininet4j.engine.transfer.Transfer;
import io.github.wininet4j.engine.url.HttpUrl;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sending of a request, step by step, until its response is there to be read. The operation that runs on the
 * request owns it; queries from other threads read the transcript.
 */
final class RequestSending implements Transfer, ExchangeListener {
    /** The state of the request while there is no response (R-HANDLE-31). */
    private enum Phase {
        /** Not sent, or the last sending failed. */
        OPENED,
        /** HttpSendRequestEx has sent the head; the caller writes the body. */
        WRITING,
        /** HttpSendRequestEx failed; HttpEndRequest will say so (R-SENDEX-13). */
        BROKEN
    }

    private static final int SWITCHING_PROTOCOLS = 101;

    private final HttpRequestNode request;
    private final Opener exchanges;
    private final EngineFolder folder;
    private final Cancellation cancellation = new Cancellation();
    private volatile Phase phase = Phase.OPENED;
    private volatile @Nullable ResponseReading reading;
    /** What was opened last. */
    private volatile @Nullable Request begun;
    /** Null as long as the request that was begun has not reached a connection. */
    private volatile @Nullable Transcript transcript;

    private volatile @Nullable TlsFailure refusal;
    private volatile LastFailure lastFailure = LastFailure.NONE;
    private volatile @Nullable HttpUrl url;
    /** The headers of a leg until its head is written; changed by callbacks of the operation only. */
    private @Nullable HeaderList leaving;

    private @Nullable HttpExchange exchange;

    RequestSending(HttpRequestNode request, Opener exchanges, EngineFolder folder) {
        this.request = request;
        this.exchanges = exchanges;
        this.folder = folder;
    }

    /** What is known of the last sending; null before the first. */
    @Nullable
    Transcript transcript() {
        Transcript known = transcript;
        Request request = begun;
        return known != null || request == null ? known : Transcript.of(request);
    }

    /** The last refusal of a server's certificate that was reported for the request; it outlasts later sendings. */
    @Nullable
    TlsFailure refusal() {
        return refusal;
    }

    /** The head is about to be written. */
    void closeHeaders() {
        leaving = null;
    }

    /** Changes the headers that are about to be sent, for a call from the callback just before that (R-HDR-26). */
    void changeLeaving(Consumer<HeaderList> change) {
        if (!request.isOperationOfThisThread()) {
            return;
        }
        HeaderList headers = leaving;
        if (headers != null) {
            try {
                change.accept(headers);
            } catch (WinInetFailure e) {
                // The stored headers took the change; what was generated for this leg stands against it here.
            }
        }
    }

    /**
     * The URL of the leg that was sent last, which is ahead of the transcript while a redirect is followed
     * (R-REDIR-18).
     */
    HttpUrl url() {
        HttpUrl sent = url;
        return sent == null ? request.url() : sent;
    }

    /** What the cache had to do with the response; null if nothing, or without one. */
    @Nullable
    CacheUse cached() {
        ResponseReading now = reading;
        return now == null ? null : now.cached();
    }

    LastFailure lastFailure() {
        return lastFailure;
    }

    /** The reading of the response, or this while there is none. */
    Transfer current() {
        ResponseReading now = reading;
        return now == null ? this : now;
    }

    /** Whether the head of a streamed request is out and its response is not asked for yet (R-HANDLE-32). */
    boolean isWriting() {
        return phase == Phase.WRITING;
    }

    /** Opens an exchange without sending anything. */
    HttpExchange prepare(RequestBody body) {
        HeaderList headers = request.copyHeaders();
        request.logons().restart(request.url());
        Request sent = new Request(context(this), request.url(), request.verb(), headers, body);
        HttpExchange opened = exchanges.open(sent);
        begun = sent;
        return opened;
    }

    private RequestContext context(ExchangeListener listener) {
        return new RequestContext(
                request.events(),
                request.settings(),
                request.flags(),
                request.connect().userAgent(),
                request.clientCertificate(),
                refusal,
                request.connect().session().proxyAccess(),
                request.logons(),
                cancellation,
                listener,
                CacheNames.of(
                        request.texts().secondaryCacheKey(),
                        request.connect().session().dataFileExtension()));
    }

    /** HttpSendRequest up to the wait for the response, which {@link #end} goes on with. */
    void send(HttpExchange prepared) throws IOException {
        boolean sent = false;
        try {
            begin(prepared);
            sent = true;
        } finally {
            if (!sent) {
                phase = Phase.OPENED;
            }
        }
    }

    /** Reports that the response is waited for; returns what brings it, or null if only {@link #end} can wait. */
    @Nullable
    Connection awaitResponse() {
        HttpExchange sent = exchange;
        return phase == Phase.WRITING && sent != null ? sent.awaitResponse() : null;
    }

    /** HttpSendRequestEx: the head, and the body data that is there. */
    void begin(HttpExchange prepared) throws IOException {
        ResponseReading before = reading;
        if (before != null) {
            before.drainReady();
        }
        abandon();
        phase = Phase.BROKEN;
        transcript = null;
        lastFailure = LastFailure.NONE;
        boolean sent = false;
        try {
            prepared.send();
            sent = true;
        } catch (IOException e) {
            throw noted(e);
        } finally {
            if (!sent) {
                // It may have opened what the cache has.
                prepared.abandon();
            }
        }
        exchange = prepared;
        phase = Phase.WRITING;
    }

    private IOException noted(IOException failure) {
        lastFailure = LastFailure.of(failure);
        if (failure instanceof TlsFailure refused && refused.remedies() != 0) {
            refusal = refused;
        }
        return failure;
    }

    /** HttpEndRequest: the response head, redirects included. */
    void end() throws IOException {
        // Another thread may have ended it since this was asked first.
        requireEndable();
        HttpExchange sent = exchange;
        if (phase == Phase.BROKEN || sent == null) {
            phase = Phase.OPENED;
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        }
        boolean done = false;
        try {
            Response last = sent.receive();
            ResponseReading told = reading;
            ResponseReading response = told != null && told.isOf(last) ? told : publish(last);
            if ((request.flags() & InternetFlag.INTERNET_FLAG_NEED_FILE) != 0) {
                response.promiseFile();
            }
            done = true;
        } catch (LoggedOffException e) {
            publish(e.response());
            done = true;
            throw noted(e);
        } catch (IOException e) {
            throw noted(e);
        } finally {
            if (!done) {
                phase = Phase.OPENED;
                reading = null;
            }
        }
    }

    void requireEndable() {
        if (phase == Phase.OPENED) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        }
    }

    @Override
    public void connected(Transcript sending, HeaderList headers) {
        leaving = headers;
        url = sending.url();
        // While a redirect is followed, queries see its response.
        if (reading == null) {
            transcript = sending;
        }
    }

    @Override
    public void responded(Response response) {
        publish(response);
    }

    private ResponseReading publish(Response response) {
        transcript = response.transcript();
        ResponseReading before = reading;
        if (before != null) {
            before.releaseFile();
        }
        ResponseReading published = new ResponseReading(request, this, response);
        reading = published;
        phase = Phase.OPENED;
        return published;
    }

    /** Sends a request for a part of the response anew; what is left of the response is given up. */
    Response fetchAgain(Transcript answered, HeaderList headers) throws IOException {
        HttpExchange old = exchange;
        if (old != null) {
            old.abandon();
        }
        HttpExchange part = exchanges.open(new Request(
                context(ExchangeListener.NONE), answered.url(), answered.verb(), headers, RequestBody.NONE));
        exchange = part;
        part.send();
        return part.receive();
    }

    /** Creates a file for the response. */
    EntryFile createFile() {
        return EntryFile.create(folder.path());
    }

    @Override
    public void requireWritable() {
        if (phase != Phase.WRITING) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        }
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
        requireWritable();
        HttpExchange sent = exchange;
        if (sent != null) {
            sent.write(source);
        }
    }

    @Override
    public long seek(long distance, int method, long last) {
        request.requireSeekable();
        return Transfer.super.seek(distance, method, last);
    }

    /** Takes the connection that was upgraded, once. */
    Connection upgrade() {
        Transcript sent = transcript;
        HttpStream stream = sent == null ? null : sent.stream();
        ResponseFields head = sent == null ? null : sent.response();
        if (stream == null || head == null || head.status() != SWITCHING_PROTOCOLS) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        }
        try {
            return stream.upgrade();
        } catch (IOException e) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE, e);
        }
    }

    void cancel() {
        cancellation.cancel();
    }

    /** Gives back what the last sending left: its connection, unread or not, and its file (R-HANDLE-30). */
    void abandon() {
        HttpExchange old = exchange;
        exchange = null;
        phase = Phase.OPENED;
        ResponseReading read = reading;
        reading = null;
        if (old != null) {
            old.abandon();
        }
        if (read != null) {
            read.releaseFile();
        }
    }
}
