package io.github.wininet4j.cli;

import java.util.List;

/** The seven rules. */
final class KbRules {
    static final List<KbRule> ALL = List.of(
            new KbRule(
                    1,
                    "An asynchronous call needs a callback and a context other than zero",
                    List.of(
                            "FALSE with ERROR_IO_PENDING: the call goes on after it has returned;",
                            "it is done when REQUEST_COMPLETE arrives, which brings result and error"),
                    Rule1PendingCompletesLater::check),
            new KbRule(
                    2,
                    "A handle with context zero is never heard of",
                    List.of(
                            "context 0: the request is made, and not one callback comes;",
                            "context 0 with WININET_API_FLAG_USE_CONTEXT: callbacks come and bear 0"),
                    Rule2ZeroContextHasNoCallbacks::check),
            new KbRule(
                    3,
                    "The order of the calls is the caller's duty",
                    List.of(
                            "InternetReadFile before HttpSendRequest is complete: a documented error at once,",
                            "and the request goes on undisturbed"),
                    Rule3CallerKeepsOrder::check),
            new KbRule(
                    4,
                    "An asynchronous call may succeed at once",
                    List.of("TRUE: the result is there, and no REQUEST_COMPLETE comes for this call"),
                    Rule4ImmediateSuccessHasNoCompletion::check),
            new KbRule(
                    5,
                    "A handle that is made asynchronously arrives with HANDLE_CREATED",
                    List.of(
                            "InternetOpenUrl returns NULL with ERROR_IO_PENDING; HANDLE_CREATED carries the handle",
                            "in its first pointer-sized field; it may be used once REQUEST_COMPLETE has come"),
                    Rule5HandleIsAnnounced::check),
            new KbRule(
                    6,
                    "Nobody knows beforehand which way a call ends",
                    List.of(
                            "the same program gets the same data whether its calls end at once, pend, or do either;",
                            "there are as many REQUEST_COMPLETE as calls that returned ERROR_IO_PENDING"),
                    Rule6BothOutcomesWork::check),
            new KbRule(
                    7,
                    "A context belongs to its handle",
                    List.of(
                            "callbacks bear the context given when the handle was made,",
                            "whatever context later calls on the handle are given"),
                    Rule7ContextIsFixed::check));

    private KbRules() {}
}
