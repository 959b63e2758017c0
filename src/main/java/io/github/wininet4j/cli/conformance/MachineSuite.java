package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;

/** Time, connectivity and the text of the last answer. */
final class MachineSuite {
    private static final String DATE = "Fri, 07 Jan 2005 12:06:35 GMT";
    private static final String BAD = "FALSE, ERROR_INVALID_PARAMETER (87)";
    private static final int TIME_BYTES = 60;

    static final List<ConformanceCase> ALL = List.of(
            new ConformanceCase(
                    "R-TIME-1[D] R-TIME-2[O]",
                    "InternetTimeFromSystemTime writes a date of RFC 1123",
                    bed -> {
                        TextBuffer text = new TextBuffer(30);
                        bed.call("write", bed.api().InternetTimeFromSystemTime(time(), 0, text, TIME_BYTES));
                        bed.note("date", text);
                    },
                    "write: TRUE",
                    "date: " + DATE),
            new ConformanceCase(
                    "R-TIME-3[O]",
                    "The buffer of a date is 30 characters, that is 60 bytes",
                    bed -> bed.call(
                            "59 bytes",
                            bed.api().InternetTimeFromSystemTime(time(), 0, new TextBuffer(30), TIME_BYTES - 1)),
                    "59 bytes: FALSE, ERROR_INSUFFICIENT_BUFFER (122)"),
            new ConformanceCase(
                    "R-TIME-4[O]",
                    "InternetTimeFromSystemTime needs its arguments, and format 0",
                    bed -> {
                        TextBuffer text = new TextBuffer(30);
                        bed.call("format 1", bed.api().InternetTimeFromSystemTime(time(), 1, text, TIME_BYTES));
                        bed.call("no time", bed.api().InternetTimeFromSystemTime(null, 0, text, TIME_BYTES));
                        bed.call("no buffer", bed.api().InternetTimeFromSystemTime(time(), 0, null, TIME_BYTES));
                    },
                    "format 1: " + BAD,
                    "no time: " + BAD,
                    "no buffer: " + BAD),
            parse("R-TIME-1[D]", "A date of RFC 1123 is read", DATE, "2005-1-7 12:6:35"),
            parse("R-TIME-5[O]", "A date of asctime is read", "Fri Jan 7 12:06:35 2005", "2005-1-7 12:6:35"),
            parse(
                    "R-TIME-6[O]",
                    "A year below 80 is of this century",
                    "Fri, 07-Jan-05 12:06:35 GMT",
                    "2005-1-7 12:6:35"),
            new ConformanceCase(
                    "R-TIME-7[O]",
                    "A text that is no date is read all the same; NULL is not",
                    bed -> {
                        bed.note("text", bed.api().InternetTimeToSystemTime("squirrels", new SYSTEMTIME(), 0));
                        bed.note("NULL", bed.api().InternetTimeToSystemTime(null, new SYSTEMTIME(), 0));
                        bed.note("no time", bed.api().InternetTimeToSystemTime(DATE, null, 0));
                    },
                    "text: true",
                    "NULL: false",
                    "no time: false"),
            new ConformanceCase(
                    "R-DIAL-1[D]",
                    "InternetAttemptConnect answers with an error code",
                    bed -> bed.note("code", bed.api().InternetAttemptConnect(0)),
                    "code: 0"),
            new ConformanceCase(
                    "R-DIAL-4[D]",
                    "InternetGetConnectedState sets documented flags only",
                    bed -> {
                        DwordRef flags = new DwordRef(-1);
                        bed.api().InternetGetConnectedState(flags, 0);
                        bed.note("other flags", flags.value & ~0x7f);
                    },
                    "other flags: 0"),
            new ConformanceCase(
                    "R-GEN-16[O] R-GEN-15[D]",
                    "InternetGetConnectedStateEx wants its reserved argument to be 0",
                    bed -> bed.call(
                            "reserved 1",
                            bed.api().InternetGetConnectedStateEx(new DwordRef(), new TextBuffer(50), 50, 1)),
                    "reserved 1: " + BAD),
            new ConformanceCase(
                    "R-LASTRESP-4[O]",
                    "InternetGetLastResponseInfo needs places for error and length",
                    bed -> {
                        TextBuffer text = new TextBuffer(50);
                        bed.call("no error", bed.api().InternetGetLastResponseInfo(null, text, new DwordRef(50)));
                        bed.call("no length", bed.api().InternetGetLastResponseInfo(new DwordRef(), text, null));
                    },
                    "no error: " + BAD,
                    "no length: " + BAD));

    private MachineSuite() {}

    private static SYSTEMTIME time() {
        SYSTEMTIME time = new SYSTEMTIME();
        time.wYear = 2005;
        time.wMonth = 1;
        time.wDayOfWeek = 5;
        time.wDay = 7;
        time.wHour = 12;
        time.wMinute = 6;
        time.wSecond = 35;
        return time;
    }

    private static ConformanceCase parse(String rules, String title, String text, String seen) {
        return new ConformanceCase(
                rules,
                title,
                bed -> {
                    SYSTEMTIME t = new SYSTEMTIME();
                    bed.call("read", bed.api().InternetTimeToSystemTime(text, t, 0));
                    bed.note(
                            "time",
                            t.wYear + "-" + t.wMonth + "-" + t.wDay + " " + t.wHour + ":" + t.wMinute + ":"
                                    + t.wSecond);
                },
                "read: TRUE",
                "time: " + seen);
    }
}
