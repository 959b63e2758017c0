package io.github.wininet4j.cli;

import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.util.Arrays;

/** Rule 5: HANDLE_CREATED brings the handle, REQUEST_COMPLETE the right to use it. */
final class HandleIsAnnounced {
    private static final long CONTEXT = 1005;

    private HandleIsAnnounced() {}

    static void check(KbRule.Labs labs, KbFindings findings) throws IOException, InterruptedException {
        try (KbLab lab = labs.open(CompletionPolicy.NATURAL)) {
            String url = lab.server().url(LoopbackServer.HELD);
            HINTERNET returned = lab.wininet().InternetOpenUrl(lab.session(), url, null, 0, 0, CONTEXT);
            int error = lab.wininet().GetLastError();
            findings.add(
                    returned == null && error == Win32Error.ERROR_IO_PENDING,
                    "InternetOpenUrl = " + (returned == null ? "NULL, " + StatusText.error(error) : returned));
            HINTERNET handle = lab.events()
                    .await(
                            "HANDLE_CREATED",
                            event -> event.context() == CONTEXT
                                    && event.is(InternetStatus.INTERNET_STATUS_HANDLE_CREATED),
                            1)
                    .created();
            if (handle == null) {
                throw new KbDifference("HANDLE_CREATED carries no handle");
            }
            lab.server().awaitRequest();
            int early = lab.count(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, CONTEXT);
            findings.add(early == 0, "HANDLE_CREATED with " + handle + ", before the server has answered");
            lab.server().release();
            CallResult result = lab.nextCompletion(handle);
            findings.add(
                    result.value() == handle.value(),
                    "REQUEST_COMPLETE with dwResult " + new HINTERNET(result.value()));
            boolean whole = Arrays.equals(lab.readBody(handle), LoopbackServer.text());
            findings.add(whole, "read from it now, the body is " + (whole ? "whole" : "damaged"));
        }
    }
}
