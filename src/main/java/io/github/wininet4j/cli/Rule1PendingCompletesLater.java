package io.github.wininet4j.cli;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;

/** Rule 1: a call that returned ERROR_IO_PENDING is done when REQUEST_COMPLETE arrives. */
final class Rule1PendingCompletesLater {
    private static final long CONTEXT = 1001;

    private Rule1PendingCompletesLater() {}

    static void check(KbRule.TestBeds beds, KbFindings findings) throws IOException, InterruptedException {
        try (RuleTestBed bed = beds.open(CompletionPolicy.NATURAL)) {
            HINTERNET request = bed.openRequest("GET", LoopbackServer.HELD, 0, CONTEXT);
            boolean sent = bed.client().send(request);
            boolean pends = !sent && bed.wininet().GetLastError() == Win32Error.ERROR_IO_PENDING;
            findings.add(pends, "HttpSendRequest = " + bed.outcome(sent) + ", before the server has answered");
            bed.server().awaitRequest();
            int early = bed.count(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, CONTEXT);
            findings.add(early == 0, early + " REQUEST_COMPLETE while the server holds its answer back");
            bed.server().release();
            CallResult result = bed.client().completion(request);
            findings.add(
                    result.value() == 1 && result.error() == Win32Error.ERROR_SUCCESS,
                    "REQUEST_COMPLETE with dwResult " + result.value() + ", dwError " + result.error()
                            + " after it was released");
            findings.add(
                    bed.client().status(request) == 200,
                    "HTTP status " + bed.client().status(request));
        }
    }
}
