package io.github.wininet4j.endurance.chaos;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.endurance.chaos.Functions.First;
import io.github.wininet4j.endurance.chaos.HoldingServer.Stage;
import io.github.wininet4j.testing.RequestCalls.Call;
import io.github.wininet4j.testing.Waits;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_ASYNC_RESULT;
import io.github.wininet4j.type.LPVOID;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One request on which a call pends and another follows. */
final class PairCase {
    private static final long CONTEXT = 1;

    private final BackEnd api;
    private final HoldingServer server;
    private final int number;
    private final boolean elsewhere;
    private final Life life = new Life();
    private final BlockingQueue<INTERNET_ASYNC_RESULT> completions = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<String> violations = new ArrayList<>();

    PairCase(BackEnd api, HoldingServer server, int number, boolean elsewhere) {
        this.api = api;
        this.server = server;
        this.number = number;
        this.elsewhere = elsewhere;
    }

    /** Returns the promises that were broken. */
    List<String> run(First first, Call second, boolean refused, boolean closes) throws InterruptedException {
        HINTERNET session = api.InternetOpen(
                "pair", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, InternetFlag.INTERNET_FLAG_ASYNC);
        api.InternetSetStatusCallback(session, this::callback);
        boolean byName = first.stage() == Stage.NAME;
        String host = byName ? server.holdName(number) : HoldingServer.HOST;
        String path = byName ? "/" + Stage.BODY + "/" + number : server.hold(first.stage(), number);
        HINTERNET connect =
                api.InternetConnect(session, host, server.port(), null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 0);
        HINTERNET request = api.HttpOpenRequest(
                connect, "POST", path, null, null, null, InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE, CONTEXT);
        if (first.before() != null && (!pend(first.before(), request) || !completed())) {
            violations.add("no such state");
        } else if (!pend(first.call(), request)) {
            violations.add("the first call did not pend");
        } else {
            follow(second, request, refused);
        }
        server.release(number);
        if (violations.isEmpty() && !closes && !completed()) {
            violations.add("the first call failed");
        }
        api.InternetCloseHandle(session);
        if (!ended.await(Waits.SECONDS, TimeUnit.SECONDS)) {
            violations.add("no HANDLE_CLOSING");
        }
        violations.addAll(life.violations());
        return violations;
    }

    private boolean pend(Call call, HINTERNET request) {
        if (call.on(api, request) || api.GetLastError() != Win32Error.ERROR_IO_PENDING) {
            return false;
        }
        life.pended.incrementAndGet();
        return true;
    }

    private boolean completed() throws InterruptedException {
        INTERNET_ASYNC_RESULT done = completions.poll(Waits.SECONDS, TimeUnit.SECONDS);
        return done != null && done.dwResult != 0;
    }

    private void follow(Call second, HINTERNET request, boolean refused) throws InterruptedException {
        Runnable call = () -> {
            boolean result = second.on(api, request);
            int error = result ? 0 : api.GetLastError();
            if (refused && error != WinInetError.ERROR_INTERNET_REQUEST_PENDING) {
                violations.add("returned " + result + ", error " + error);
            }
        };
        if (!elsewhere) {
            call.run();
            return;
        }
        Thread thread = new Thread(call);
        thread.start();
        thread.join(TimeUnit.SECONDS.toMillis(Waits.SECONDS));
        if (thread.isAlive()) {
            violations.add("the second call waits");
        }
    }

    private void callback(HINTERNET handle, long context, int status, @Nullable LPVOID information, int length) {
        if (context != CONTEXT || status == InternetStatus.INTERNET_STATUS_HANDLE_CREATED) {
            return;
        }
        life.enter(status);
        if (status == InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE
                && information instanceof INTERNET_ASYNC_RESULT result) {
            completions.add(result);
        }
        life.leave();
        if (status == InternetStatus.INTERNET_STATUS_HANDLE_CLOSING) {
            ended.countDown();
        }
    }
}
