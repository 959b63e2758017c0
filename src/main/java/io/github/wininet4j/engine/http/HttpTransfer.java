package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.cache.EntryFile;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.pipeline.ContentStream;
import io.github.wininet4j.engine.http.pipeline.Exchange;
import io.github.wininet4j.engine.http.pipeline.HttpPipeline;
import io.github.wininet4j.engine.http.pipeline.RequestBody;
import io.github.wininet4j.engine.http.pipeline.RequestContext;
import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.TlsFindings;
import io.github.wininet4j.engine.net.tls.TlsFailure;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sending of a request and the reading of its response, step by step. The operation that runs on the request owns it; queries from
 * other threads see the last exchange.
 */
final class HttpTransfer {
    /** How far the request has come (R-HANDLE-31). */
    private enum Phase {
        /** Not sent, or the last sending failed. */
        OPENED,
        /** HttpSendRequestEx has sent the head; the caller writes the body. */
        WRITING,
        /** HttpSendRequestEx failed; HttpEndRequest will say so (R-SENDEX-13). */
        BROKEN,
        /** A response head is there. */
        RESPONDED
    }

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final HttpRequestNode request;
    private final HttpPipeline pipeline;
    private final Path dataDirectory;
    private final Cancellation cancellation = new Cancellation();
    private volatile Phase phase = Phase.OPENED;
    /** The exchange that queries describe. */
    private volatile @Nullable Exchange exchange;
    /** The exchange that data comes from: the same, or one for a part of the resource after a seek. */
    private @Nullable Exchange source;

    /** What TLS found when the last sending failed because of it. */
    private volatile @Nullable TlsFindings refusedTls;

    /** Whether the last sending, or the wait for its answer, took too long. */
    private volatile boolean timedOut;

    private @Nullable HttpBody body;
    private volatile @Nullable EntryFile file;
    /** Where the caller reads next; differs from the body's position after a seek. */
    private long readPosition;
    /** Whether a read has found no more data (R-SEEK-10). */
    private boolean endWasRead;

    HttpTransfer(HttpRequestNode request, HttpPipeline pipeline, Path dataDirectory) {
        this.request = request;
        this.pipeline = pipeline;
        this.dataDirectory = dataDirectory;
    }

    @Nullable
    Exchange exchange() {
        return exchange;
    }

    @Nullable
    TlsFindings refusedTls() {
        return refusedTls;
    }

    boolean timedOut() {
        return timedOut;
    }

    @Nullable
    EntryFile file() {
        return file;
    }

    /** Whether the head of a streamed request is out and its response is not asked for yet (R-HANDLE-32). */
    boolean isWriting() {
        return phase == Phase.WRITING;
    }

    // ---- sending

    /** HttpSendRequest: the whole exchange up to the response head. */
    void send(RequestBody data) throws IOException {
        boolean done = false;
        try {
            begin(data);
            end();
            done = true;
        } finally {
            if (!done) {
                phase = Phase.OPENED;
            }
        }
    }

    /** HttpSendRequestEx: the head, and what there is of the body. */
    void begin(RequestBody data) throws IOException {
        abandon();
        Exchange sent = new Exchange(terms(this::accept), request.url(), request.verb(), request.copyHeaders(), data);
        phase = Phase.BROKEN;
        exchange = sent;
        refusedTls = null;
        timedOut = false;
        try {
            pipeline.send(sent);
        } catch (TlsFailure e) {
            refusedTls = e.findings();
            throw e;
        } catch (SocketTimeoutException e) {
            timedOut = true;
            throw e;
        }
        source = sent;
        phase = Phase.WRITING;
    }

    /** HttpEndRequest: the response head, redirects included. */
    void end() throws IOException {
        // Another thread may have ended it since this was asked first.
        requireEndable();
        Exchange sent = source;
        if (phase == Phase.BROKEN || sent == null) {
            phase = Phase.OPENED;
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_OPERATION_CANCELLED);
        }
        boolean done = false;
        try {
            accept(pipeline.receive(sent));
            if ((request.flags() & InternetFlag.INTERNET_FLAG_NEED_FILE) != 0) {
                file = EntryFile.create(dataDirectory);
            }
            done = true;
        } catch (TlsFailure e) {
            // That of a server which a redirect led to, or the refusal of the client's certificate.
            refusedTls = e.findings();
            throw e;
        } catch (SocketTimeoutException e) {
            timedOut = true;
            throw e;
        } finally {
            if (!done) {
                phase = Phase.OPENED;
            }
        }
    }

    /** Takes a response head: that of a redirect, readable during its callback (R-REDIR-16), or the last one. */
    private void accept(Exchange answered) {
        exchange = answered;
        source = answered;
        body = null;
        readPosition = 0;
        endWasRead = false;
        phase = Phase.RESPONDED;
    }

    void requireEndable() {
        if (phase != Phase.WRITING && phase != Phase.BROKEN) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        }
    }

    void requireWritable() {
        if (phase != Phase.WRITING) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        }
    }

    void write(ByteBuffer data) throws IOException {
        requireWritable();
        Exchange sent = source;
        if (sent != null) {
            pipeline.write(sent, data);
        }
    }

    private RequestContext terms(Consumer<Exchange> onHead) {
        return new RequestContext(
                request,
                request.settings(),
                request.flags(),
                request.connect().session().userAgent(),
                request.clientCertificate(),
                cancellation,
                onHead);
    }

    // ---- reading

    void requireReadable() {
        if (phase != Phase.RESPONDED) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        }
    }

    boolean readReady(ByteBuffer target) throws IOException {
        HttpBody current = body();
        if (readPosition != current.position()) {
            return false;
        }
        try {
            current.readReady(target);
        } finally {
            readPosition = current.position();
        }
        return noteEnd(current, target);
    }

    void readFully(ByteBuffer target) throws IOException {
        HttpBody current = reposition();
        try {
            current.readFully(target);
        } finally {
            // A read that fails may have taken bytes: the next one must not ask the server for them again.
            readPosition = Math.max(readPosition, current.position());
        }
        noteEnd(current, target);
    }

    private boolean noteEnd(HttpBody current, ByteBuffer target) throws IOException {
        boolean ended = current.isAtEnd();
        endWasRead |= ended && target.position() == 0 && target.hasRemaining();
        return ended;
    }

    int readyBytes() throws IOException {
        HttpBody current = body();
        if (readPosition != current.position()) {
            return 0;
        }
        int ready = current.readyBytes();
        return ready > 0 || endWasRead ? ready : promisedBytes();
    }

    /** What a 204 or 304 announces although no body follows, which a query reports until a read has met the end (R-AVAIL-8). */
    private int promisedBytes() {
        Exchange from = source;
        ResponseFields head = from == null ? null : from.response();
        if (from == null || head == null || (head.status() != NO_CONTENT && head.status() != NOT_MODIFIED)) {
            return 0;
        }
        return (int) Math.min(Math.max(from.contentLength(), 0), Integer.MAX_VALUE);
    }

    boolean isAtEnd() throws IOException {
        HttpBody current = body();
        return current.isAtEnd() && readPosition >= current.position();
    }

    void awaitData() throws IOException {
        reposition().awaitData();
    }

    private HttpBody body() {
        HttpBody current = body;
        Exchange from = source;
        ContentStream content = from == null ? null : from.content();
        if (current == null) {
            if (content == null) {
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
            }
            current = new HttpBody(request, content, file, 0);
            body = current;
        }
        return current;
    }

    // ---- positions

    /** InternetSetFilePointer; the data moves with the next read (R-SEEK-11). */
    long seek(long distance, int method) {
        // What was posted once must not be posted again to go back (R-SEEK-3).
        boolean repeatable = request.verb().equals("GET") || request.verb().equals("HEAD");
        if (!repeatable || (request.flags() & InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE) != 0 || endWasRead) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        }
        requireReadable();
        Exchange answered = exchange;
        long base = switch (method) {
            case 0 -> 0;
            case 1 -> readPosition;
            default -> answered == null ? -1 : answered.contentLength();
        };
        if (base < 0) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        }
        long target = base + distance;
        if (target < 0) {
            throw new WinInetFailure(Win32Error.ERROR_NEGATIVE_SEEK);
        }
        readPosition = target;
        return target;
    }

    private HttpBody reposition() throws IOException {
        HttpBody current = body();
        if (readPosition < current.position()) {
            current = refetch(readPosition);
        }
        if (readPosition > current.position()) {
            current.skipTo(readPosition);
        }
        return current;
    }

    /** Asks the server again for what was passed over: only callers that seek back pay for that. */
    private HttpBody refetch(long position) throws IOException {
        Exchange original = exchange;
        Exchange from = source;
        if (original == null || from == null) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        }
        pipeline.abandon(from);
        HeaderList headers = request.copyHeaders();
        // A range counts bytes of the whole resource as it is stored, not of a part of it or of what was decoded.
        boolean fromStart = headers.contains("Range") || original.isDecoded();
        if (!fromStart) {
            headers.add("Range", "bytes=" + position + "-");
        }
        Exchange part = new Exchange(terms(ignored -> {}), original.url(), original.verb(), headers, RequestBody.NONE);
        pipeline.send(part);
        part = pipeline.receive(part);
        source = part;
        ContentStream content = part.content();
        int status = part.response() == null ? 0 : part.response().status();
        if (content == null || (status != 200 && status != 206)) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        }
        HttpBody fetched = new HttpBody(request, content, null, status == 206 && !fromStart ? position : 0);
        body = fetched;
        return fetched;
    }

    // ---- the end

    /** Starts a response file for a caller who locks it before the first read; secure content is not kept unasked (R-LOCK-3). */
    void startFile() {
        Exchange answered = exchange;
        if (file != null) {
            return;
        }
        if (phase != Phase.RESPONDED || answered == null || mayNotBeKept(answered) || body().position() > 0) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
        }
        EntryFile started = EntryFile.create(dataDirectory);
        body().keepIn(started);
        file = started;
    }

    private boolean mayNotBeKept(Exchange answered) {
        return answered.url().secure() && (request.flags() & InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE) != 0;
    }

    void cancel() {
        cancellation.cancel();
    }

    void dispose() {
        abandon();
    }

    /** Gives back what the last sending left: its connection, unread or not, and its file (R-HANDLE-30). */
    private void abandon() {
        Exchange old = source;
        source = null;
        body = null;
        phase = Phase.OPENED;
        if (old != null) {
            pipeline.abandon(old);
        }
        EntryFile oldFile = file;
        file = null;
        if (oldFile != null) {
            oldFile.release();
        }
    }
}
