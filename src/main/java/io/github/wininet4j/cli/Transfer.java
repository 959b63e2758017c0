package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.DialogFlag;
import io.github.wininet4j.constant.HttpAddReq;
import io.github.wininet4j.constant.HttpQuery;
import io.github.wininet4j.constant.HttpStatus;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One request from its first call to the end of its handles. The methods are the steps of {@link TransferStep}; {@link
 * TransferRun} takes them one after the other, so only one thread at a time is in here.
 */
final class Transfer {
    /**
     * An upload is repeated this often if the server asks for it; with wrong credentials it would do so for ever
     * (R-SENDEX-10).
     */
    private static final int MAX_ATTEMPTS = 3;

    private static final int REQUEST_FLAGS = InternetFlag.INTERNET_FLAG_RELOAD
            | InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE
            | InternetFlag.INTERNET_FLAG_KEEP_CONNECTION
            | InternetFlag.INTERNET_FLAG_NO_UI;

    private static final int IGNORE_CERTIFICATE_ERRORS = SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA
            | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID
            | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_DATE_INVALID
            | SecurityFlag.SECURITY_FLAG_IGNORE_WRONG_USAGE
            | SecurityFlag.SECURITY_FLAG_IGNORE_REVOCATION
            | SecurityFlag.SECURITY_FLAG_IGNORE_WEAK_SIGNATURE;

    private final WinInet wininet;
    private final HINTERNET session;
    private final AsyncHttpOptions options;
    private final @Nullable LoginDialog dialog;
    private final long context;
    private final String url;
    private final BodyTarget target;
    private final Progress progress;
    private final TransferTrace trace;

    private @Nullable TargetUrl parts;
    private @Nullable HINTERNET connection;
    private @Nullable HINTERNET request;
    private @Nullable Upload upload;
    private @Nullable BodyReader reader;
    private int attempts;
    private int serverLogons;
    private int proxyLogons;
    private int status;
    private long contentLength = -1;
    private long bytes;
    private long start;
    private long end;
    private String error = "";

    Transfer(
            WinInet wininet,
            HINTERNET session,
            AsyncHttpOptions options,
            @Nullable LoginDialog dialog,
            long context,
            String url,
            BodyTarget target,
            Progress progress,
            TransferTrace trace) {
        this.wininet = trace.wrap(wininet);
        this.session = session;
        this.options = options;
        this.dialog = dialog;
        this.context = context;
        this.url = url;
        this.target = target;
        this.progress = progress;
        this.trace = trace;
    }

    long context() {
        return context;
    }

    TransferTrace trace() {
        return trace;
    }

    WinInet wininet() {
        return wininet;
    }

    /** Starts the clock and chooses the first step. */
    TransferStep begin() {
        start = System.nanoTime();
        if (options.openUrl) {
            return TransferStep.OPEN_URL;
        }
        parts = TargetUrl.crack(wininet, url);
        return parts == null ? fail("InternetCrackUrl", wininet.GetLastError()) : TransferStep.CONNECT;
    }

    long connect() {
        TargetUrl where = present(parts);
        // What the URL says is meant for this server alone.
        UserOption user = where.user() == null ? options.user : null;
        return number(wininet.InternetConnect(
                session,
                where.host(),
                where.port(),
                user == null ? where.user() : user.name(),
                user == null ? where.password() : user.password(),
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                context));
    }

    TransferStep connected(CallResult result) {
        if (!result.succeeded()) {
            return fail("InternetConnect", result.error());
        }
        HINTERNET connected = new HINTERNET(result.value());
        connection = connected;
        UserOption user = options.proxyUser;
        boolean set = user == null
                || (setText(connected, InternetOption.INTERNET_OPTION_PROXY_USERNAME, user.name())
                        && setText(connected, InternetOption.INTERNET_OPTION_PROXY_PASSWORD, user.password()));
        return set ? TransferStep.OPEN_REQUEST : fail("InternetSetOption", wininet.GetLastError());
    }

    private boolean setText(HINTERNET handle, int option, @Nullable String value) {
        String text = value == null ? "" : value;
        return wininet.InternetSetOption(handle, option, new TextBuffer(text), text.length());
    }

    long openRequest() {
        TargetUrl where = present(parts);
        String verb = options.verb != null ? options.verb : options.post != null ? "POST" : "GET";
        int flags = REQUEST_FLAGS | (where.secure() ? InternetFlag.INTERNET_FLAG_SECURE : 0);
        return number(
                wininet.HttpOpenRequest(present(connection), verb, where.object(), null, null, null, flags, context));
    }

    TransferStep requestOpened(CallResult result) throws IOException {
        if (!result.succeeded()) {
            return fail("HttpOpenRequest", result.error());
        }
        HINTERNET opened = new HINTERNET(result.value());
        request = opened;
        String headers = options.headerText();
        if (!headers.isEmpty()
                && !wininet.HttpAddRequestHeaders(opened, headers, headers.length(), HttpAddReq.HTTP_ADDREQ_FLAG_ADD)) {
            return fail("HttpAddRequestHeaders", wininet.GetLastError());
        }
        if (options.insecure
                && present(parts).secure()
                && !wininet.InternetSetOption(
                        opened,
                        InternetOption.INTERNET_OPTION_SECURITY_FLAGS,
                        new DwordRef(IGNORE_CERTIFICATE_ERRORS),
                        Integer.BYTES)) {
            return fail("InternetSetOption", wininet.GetLastError());
        }
        if (options.post == null) {
            return TransferStep.SEND;
        }
        upload = Upload.open(options.post);
        progress.announce(upload.length());
        return TransferStep.SEND_HEAD;
    }

    long openUrl() {
        String headers = options.headerText();
        return number(wininet.InternetOpenUrl(
                session, url, headers.isEmpty() ? null : headers, headers.length(), REQUEST_FLAGS, context));
    }

    TransferStep urlOpened(CallResult result) throws IOException {
        if (!result.succeeded()) {
            return fail("InternetOpenUrl", result.error());
        }
        request = new HINTERNET(result.value());
        return responseBegins();
    }

    long send() {
        return number(wininet.HttpSendRequest(present(request), null, 0, null, 0));
    }

    TransferStep responseCame(CallResult result) throws IOException {
        return result.succeeded() ? responseBegins() : fail("HttpSendRequest", result.error());
    }

    long sendHead() throws IOException {
        attempts++;
        return number(present(upload).begin(wininet, present(request)));
    }

    TransferStep readyToWrite(CallResult result) throws IOException {
        return result.succeeded() ? nextWrite() : fail("HttpSendRequestEx", result.error());
    }

    long write() {
        return number(present(upload).write(wininet, present(request)));
    }

    TransferStep written(CallResult result) throws IOException {
        if (!result.succeeded()) {
            return fail("InternetWriteFile", result.error());
        }
        progress.moved(present(upload).advance());
        return nextWrite();
    }

    private TransferStep nextWrite() throws IOException {
        return present(upload).fill() ? TransferStep.WRITE : TransferStep.END_REQUEST;
    }

    long endRequest() {
        return number(wininet.HttpEndRequest(present(request), null, 0, 0));
    }

    TransferStep requestEnded(CallResult result) throws IOException {
        if (result.succeeded()) {
            return responseBegins();
        }
        // The server wants credentials, and WinInet has let the body go already (R-SENDEX-9).
        if (result.error() == WinInetError.ERROR_INTERNET_FORCE_RETRY && attempts < MAX_ATTEMPTS) {
            return TransferStep.SEND_HEAD;
        }
        return fail("HttpEndRequest", result.error());
    }

    private TransferStep responseBegins() throws IOException {
        HINTERNET answered = present(request);
        DwordRef code = new DwordRef();
        if (!wininet.HttpQueryInfo(
                answered,
                HttpQuery.HTTP_QUERY_STATUS_CODE | HttpQuery.HTTP_QUERY_FLAG_NUMBER,
                code,
                new DwordRef(code.sizeof()),
                null)) {
            return fail("HttpQueryInfo", wininet.GetLastError());
        }
        status = code.value;
        if (dialog != null && isLoggedOnAnew(dialog, answered)) {
            return upload == null ? TransferStep.SEND : TransferStep.SEND_HEAD;
        }
        LongRef length = new LongRef();
        if (wininet.HttpQueryInfo(
                answered,
                HttpQuery.HTTP_QUERY_CONTENT_LENGTH | HttpQuery.HTTP_QUERY_FLAG_NUMBER64,
                length,
                new DwordRef(length.sizeof()),
                null)) {
            contentLength = length.value;
            progress.announce(contentLength);
        }
        target.begin();
        reader = options.readMethod.open();
        return TransferStep.READ;
    }

    /** Asks the user for a name and a password if the response lacks them. */
    private boolean isLoggedOnAnew(LoginDialog from, HINTERNET answered) {
        boolean proxy = status == HttpStatus.HTTP_STATUS_PROXY_AUTH_REQ;
        int refused = proxy ? proxyLogons : serverLogons;
        if ((!proxy && status != HttpStatus.HTTP_STATUS_DENIED) || refused >= MAX_ATTEMPTS) {
            return false;
        }
        int outcome = from.show(
                refused,
                () -> wininet.InternetErrorDlg(
                        0,
                        answered,
                        Win32Error.ERROR_SUCCESS,
                        DialogFlag.FLAGS_ERROR_UI_FILTER_FOR_ERRORS
                                | DialogFlag.FLAGS_ERROR_UI_FLAGS_CHANGE_OPTIONS
                                | DialogFlag.FLAGS_ERROR_UI_FLAGS_GENERATE_DATA,
                        null));
        proxyLogons += proxy ? 1 : 0;
        serverLogons += proxy ? 0 : 1;
        attempts = 0;
        return outcome == WinInetError.ERROR_INTERNET_FORCE_RETRY;
    }

    long read() {
        trace.reading();
        return number(present(reader).call(wininet, present(request)));
    }

    TransferStep bytesCame(CallResult result) throws IOException {
        if (!result.succeeded()) {
            return fail("reading the body", result.error());
        }
        BodyReader from = present(reader);
        int count = from.received(result);
        if (count == BodyReader.CALL_AGAIN) {
            return TransferStep.READ;
        }
        if (count > 0) {
            bytes += count;
            target.write(from.buffer().duplicate().limit(count));
            progress.moved(count);
            return TransferStep.READ;
        }
        // A connection that dies early may look like the end of the body (R-READ-7).
        if (bytes < contentLength && hasBody()) {
            return fail("body ends after " + bytes + " of " + contentLength + " bytes");
        }
        target.commit();
        return close();
    }

    private boolean hasBody() {
        return status != HttpStatus.HTTP_STATUS_NO_CONTENT
                && status != HttpStatus.HTTP_STATUS_NOT_MODIFIED
                && !"HEAD".equals(options.verb);
    }

    long closeRequest() {
        return number(wininet.InternetCloseHandle(present(request)));
    }

    TransferStep requestClosed(CallResult result) {
        request = null;
        return closed(result);
    }

    long closeConnection() {
        return number(wininet.InternetCloseHandle(present(connection)));
    }

    TransferStep connectionClosed(CallResult result) {
        connection = null;
        return closed(result);
    }

    private TransferStep closed(CallResult result) {
        if (!result.succeeded()) {
            blame("InternetCloseHandle: " + StatusText.error(result.error()));
        }
        return nextClose();
    }

    TransferStep fail(String function, int code) {
        return fail(function + ": " + StatusText.error(code));
    }

    /** Notes what went wrong first, and goes on to close the handles. */
    TransferStep fail(String what) {
        blame(what);
        target.abandon();
        return close();
    }

    /** Notes what went wrong, unless something did before. */
    void blame(String what) {
        if (error.isEmpty()) {
            error = what;
        }
    }

    /** Ends the use of the handles: gives back the buffers and stops the clock. */
    private TransferStep close() {
        end = System.nanoTime();
        trace.readingEnded();
        reader = null;
        if (upload != null) {
            upload.close();
            upload = null;
        }
        return nextClose();
    }

    private TransferStep nextClose() {
        if (request != null) {
            return TransferStep.CLOSE_REQUEST;
        }
        return connection != null ? TransferStep.CLOSE_CONNECTION : TransferStep.DONE;
    }

    /** Says that both handles have ended. */
    void ended() {
        progress.requestEnded();
    }

    TransferResult result() {
        return new TransferResult((int) context, url, status, bytes, end - start, error);
    }

    private static long number(@Nullable HINTERNET handle) {
        return handle == null ? 0 : handle.value();
    }

    private static long number(boolean result) {
        return result ? 1 : 0;
    }

    /** For what an earlier step has set. */
    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a step was taken out of order");
        }
        return value;
    }
}
