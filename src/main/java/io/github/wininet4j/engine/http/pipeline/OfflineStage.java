package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.option.DwordSetting;

/** Keeps requests off the network that may be answered from the cache only: it has no copy of anything (R-REQ-10, R-SEND-9). */
final class OfflineStage implements Stage {
    private final ServerTerms servers;

    OfflineStage(ServerTerms servers) {
        this.servers = servers;
    }

    @Override
    public void prepare(Exchange exchange) {
        RequestContext terms = exchange.terms();
        boolean ignoresState = terms.settings().get(DwordSetting.IGNORE_OFFLINE) != 0;
        if (terms.has(InternetFlag.INTERNET_FLAG_FROM_CACHE) || (servers.isOffline() && !ignoresState)) {
            throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
        }
    }
}
