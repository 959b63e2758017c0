package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.ServerPolicies;
import java.nio.ByteBuffer;

/** Stands for a request that may be answered from a cache only, which has no copy of anything (R-REQ-10, R-SEND-9). */
final class OfflineRefusal implements HttpExchange {
    /** Whether a request may not use the network. */
    static boolean applies(Request request, ServerPolicies servers) {
        RequestContext context = request.context();
        boolean ignoresState = context.settings().get(DwordSetting.IGNORE_OFFLINE) != 0;
        return context.has(InternetFlag.INTERNET_FLAG_FROM_CACHE) || (servers.isOffline() && !ignoresState);
    }

    private static WinInetFailure refusal() {
        return new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
    }

    @Override
    public boolean isReady() {
        return false;
    }

    @Override
    public void send() {
        throw refusal();
    }

    @Override
    public void write(ByteBuffer data) {
        throw refusal();
    }

    @Override
    public Response receive() {
        throw refusal();
    }

    @Override
    public void finish() {}

    @Override
    public void abandon() {}
}
