package io.github.wininet4j.cli;

import io.github.wininet4j.constant.ApiFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.host.CompletionPolicy;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;

/** Rule 2: a context of zero means no callbacks at all, unless a flag says otherwise. */
final class ZeroContextIsSilent {
    private ZeroContextIsSilent() {}

    static void check(KbRule.Labs labs, KbFindings findings) throws IOException, InterruptedException {
        try (KbLab lab = labs.open(CompletionPolicy.NATURAL)) {
            HINTERNET request = lab.openRequest("GET", LoopbackServer.TEXT, 0, 0);
            String outcome = lab.outcome(lab.send(request));
            lab.server().awaitRequest();
            lab.wininet().InternetCloseHandle(request);
            // Only now it is certain that no callback is still on its way.
            lab.end();
            int callbacks = lab.events().all(event -> event.context() == 0).size();
            int others = lab.events()
                    .all(event -> event.context() == KbLab.CONNECTION)
                    .size();
            findings.add(
                    callbacks == 0,
                    "context 0: HttpSendRequest = " + outcome + ", the request reached the server, " + callbacks
                            + " callbacks came");
            findings.add(others > 0, "its connection, whose context is not 0, was heard of");
        }
        try (KbLab lab = labs.open(CompletionPolicy.NATURAL)) {
            HINTERNET request = lab.openRequest("GET", LoopbackServer.TEXT, ApiFlag.WININET_API_FLAG_USE_CONTEXT, 0);
            CallResult result = lab.finish(request, lab.send(request));
            int completions = lab.count(InternetStatus.INTERNET_STATUS_REQUEST_COMPLETE, 0);
            findings.add(
                    result.succeeded() && completions == 1,
                    "with WININET_API_FLAG_USE_CONTEXT: " + completions + " REQUEST_COMPLETE with context 0, dwResult "
                            + result.value());
        }
    }
}
