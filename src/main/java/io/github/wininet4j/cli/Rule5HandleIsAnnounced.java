package io.github.wininet4j.cli;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.util.Arrays;

/** Rule 5: HANDLE_CREATED announces the handle, which may be used after REQUEST_COMPLETE. */
final class Rule5HandleIsAnnounced {
    private static final long CONTEXT = 1005;

    private Rule5HandleIsAnnounced() {}

    static void check(KbRule.TestBeds beds, KbFindings findings) throws IOException, InterruptedException {
        try (RuleTestBed bed = beds.open(CompletionPolicy.NATURAL)) {
            String url = bed.server().url(LoopbackServer.HELD);
            HINTERNET returned = bed.wininet().InternetOpenUrl(bed.client().session(), url, null, 0, 0, CONTEXT);
            int error = bed.wininet().GetLastError();
            findings.add(
                    returned == null && error == Win32Error.ERROR_IO_PENDING,
                    "InternetOpenUrl = " + (returned == null ? "NULL, " + StatusText.error(error) : returned));
            HINTERNET handle = bed.client().awaitCreated(CONTEXT);
            bed.server().awaitRequest();
            int early = bed.count(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, CONTEXT);
            findings.add(early == 0, "HANDLE_CREATED with " + handle + ", before the server has answered");
            bed.server().release();
            CallResult result = bed.client().completion(handle);
            findings.add(
                    result.value() == handle.value(),
                    "REQUEST_COMPLETE with dwResult " + new HINTERNET(result.value()));
            boolean whole = Arrays.equals(bed.client().readBody(handle), LoopbackServer.text());
            findings.add(whole, "read from it now, the body is " + (whole ? "whole" : "damaged"));
        }
    }
}
