package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.engine.net.Cancellation;
import io.github.wininet4j.engine.net.Timeouts;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.SettingsNode;

/**
 * On whose behalf a session is used.
 *
 * @param node the handle, whose timeouts count
 * @param statuses where statuses go
 * @param cancellation ends it
 */
record FtpCall(SettingsNode node, FtpStatuses statuses, Cancellation cancellation) {
    FtpCall(SettingsNode node, long context, Cancellation cancellation) {
        this(node, new FtpStatuses(node, context), cancellation);
    }

    /** Of the control connection: options 5 and 6 (R-FTP-34). */
    Timeouts controlTimeouts() {
        return timeouts(DwordSetting.SEND_TIMEOUT, DwordSetting.RECEIVE_TIMEOUT);
    }

    /** Of data connections: options 7 and 8 (R-FTP-34). */
    Timeouts dataTimeouts() {
        return timeouts(DwordSetting.DATA_SEND_TIMEOUT, DwordSetting.DATA_RECEIVE_TIMEOUT);
    }

    private Timeouts timeouts(DwordSetting send, DwordSetting receive) {
        return new Timeouts(
                node.setting(DwordSetting.CONNECT_TIMEOUT),
                node.setting(send),
                node.setting(receive),
                node.setting(DwordSetting.CONNECT_RETRIES));
    }
}
