package io.github.wininet4j.cli;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;

/** Rule 1: a call that returned ERROR_IO_PENDING is done when REQUEST_COMPLETE arrives. */
final class PendingMeansLater {
    private static final long CONTEXT = 1001;

    private PendingMeansLater() {}

    static void check(KbRule.Labs labs, KbFindings findings) throws IOException, InterruptedException {
        try (KbLab lab = labs.open(CompletionPolicy.NATURAL)) {
            HINTERNET request = lab.openRequest("GET", LoopbackServer.HELD, 0, CONTEXT);
            boolean sent = lab.send(request);
            boolean pends = !sent && lab.wininet().GetLastError() == Win32Error.ERROR_IO_PENDING;
            findings.add(pends, "HttpSendRequest = " + lab.outcome(sent) + ", before the server has answered");
            lab.server().awaitRequest();
            int early = lab.count(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, CONTEXT);
            findings.add(early == 0, early + " REQUEST_COMPLETE while the server holds its answer back");
            lab.server().release();
            CallResult result = lab.nextCompletion(request);
            findings.add(
                    result.value() == 1 && result.error() == Win32Error.ERROR_SUCCESS,
                    "REQUEST_COMPLETE with dwResult " + result.value() + ", dwError " + result.error()
                            + " after it was let go");
            findings.add(lab.status(request) == 200, "HTTP status " + lab.status(request));
        }
    }
}
