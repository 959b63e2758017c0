package io.github.wininet4j.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.host.CompletionPolicy.Outcome;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.StatusCallback;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A caller with a callback and a context on every handle, for both kinds of sessions. */
final class KeepAliveClient implements StatusCallback {
    final BackEnd api;
    final HINTERNET session;
    final HINTERNET connect;
    /** Where a test wants it: who called back. Never by default, since a set of threads keeps all they ever ran. */
    volatile @Nullable Set<Thread> heard;

    private final Semaphore completions = new Semaphore(0);
    private final ByteBuffer buffer = ByteBuffer.allocate(64);
    private volatile int error;

    private KeepAliveClient(BackEnd api, String host, int port, int sessionFlags) {
        this.api = api;
        this.session = api.InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, sessionFlags);
        api.InternetSetStatusCallback(session, this);
        this.connect = api.InternetConnect(session, host, port, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
    }

    /** Handles are opened at once; whatever talks to the server pends in asynchronous sessions. */
    static WinInetConfig config() {
        return WinInetConfig.defaults()
                .withCache(CachePlace.NONE)
                .withResolver(name -> List.of(InetAddress.getByName(KeepAliveServer.HOST)))
                .withCompletionPolicy(KeepAliveClient::outcome);
    }

    private static Outcome outcome(String function) {
        return function.equals("HttpSendRequest") || function.equals("InternetReadFile")
                ? Outcome.PENDING
                : Outcome.NATURAL;
    }

    static KeepAliveClient connect(BackEnd api, KeepAliveServer server, int sessionFlags) {
        return connect(api, KeepAliveServer.HOST, server.port(), sessionFlags);
    }

    static KeepAliveClient connect(BackEnd api, String host, int port, int sessionFlags) {
        return new KeepAliveClient(api, host, port, sessionFlags);
    }

    /** Opens a request as well, which is closed with the session. */
    static KeepAliveClient tree(BackEnd api, KeepAliveServer server, int sessionFlags) {
        KeepAliveClient client = connect(api, server, sessionFlags);
        assertThat(client.request()).isNotNull();
        return client;
    }

    private HINTERNET request() {
        return api.HttpOpenRequest(connect, null, "/", null, null, null, InternetFlag.INTERNET_FLAG_KEEP_CONNECTION, 2);
    }

    void exchange() {
        exchange(null);
    }

    void exchange(String headers) {
        HINTERNET request = request();
        await(api.HttpSendRequest(request, headers, -1, null, 0));
        DwordRef count = new DwordRef();
        int length = 0;
        do {
            await(api.InternetReadFile(request, buffer, buffer.capacity(), count));
            length += count.value;
        } while (count.value > 0);
        if (length != 5) {
            throw new AssertionError("body of " + length);
        }
        api.InternetCloseHandle(request);
    }

    private void await(boolean done) {
        if (done) {
            return;
        }
        int code = api.GetLastError();
        if (code == Win32Error.ERROR_IO_PENDING) {
            try {
                assertThat(completions.tryAcquire(Waits.SECONDS, TimeUnit.SECONDS))
                        .isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            code = error;
        }
        assertThat(code).isZero();
    }

    void close() {
        api.InternetCloseHandle(session);
    }

    @Override
    public void callback(
            HINTERNET hInternet,
            long dwContext,
            int dwInternetStatus,
            LPVOID lpvStatusInformation,
            int dwStatusInformationLength) {
        if (heard != null) {
            heard.add(Thread.currentThread());
        }
        if (dwInternetStatus == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE
                && lpvStatusInformation instanceof INTERNET_ASYNC_RESULT result) {
            error = result.dwResult == 0 ? result.dwError : 0;
            completions.release();
        }
    }
}
