package io.github.wininet4j.cli.conformance;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.SYSTEMTIME;
import io.github.wininet4j.type.TextBuffer;
import java.util.List;
import java.util.stream.Stream;

/** Time, connectivity and the text of the last response. */
final class MachineSuite {
    private static final TimeRow TIME = TimeRow.ALL.get(0);
    private static final String BAD = "FALSE, ERROR_INVALID_PARAMETER (87)";
    private static final int TIME_BYTES = 60;

    private static final List<ConformanceCase> OTHERS = List.of(
            new ConformanceCase(
                    "R-TIME-1[D] R-TIME-2[O]",
                    "InternetTimeFromSystemTime writes a date of RFC 1123",
                    bed -> {
                        TextBuffer text = new TextBuffer(30);
                        bed.call("write", bed.api().InternetTimeFromSystemTime(time(), 0, text, TIME_BYTES));
                        bed.note("date", text);
                    },
                    "write: TRUE",
                    "date: " + TIME.text()),
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
            new ConformanceCase(
                    "R-TIME-7[O]",
                    "A text that is no date is accepted; NULL is not",
                    bed -> {
                        bed.note("text", bed.api().InternetTimeToSystemTime("squirrels", new SYSTEMTIME(), 0));
                        bed.note("NULL", bed.api().InternetTimeToSystemTime(null, new SYSTEMTIME(), 0));
                        bed.note("no time", bed.api().InternetTimeToSystemTime(TIME.text(), null, 0));
                    },
                    "text: true",
                    "NULL: false",
                    "no time: false"),
            new ConformanceCase(
                    "R-DIAL-1[D]",
                    "InternetAttemptConnect returns an error code",
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
                    "InternetGetConnectedStateEx requires its reserved argument to be 0",
                    bed -> bed.call(
                            "reserved 1",
                            bed.api().InternetGetConnectedStateEx(new DwordRef(), new TextBuffer(50), 50, 1)),
                    "reserved 1: " + BAD),
            new ConformanceCase(
                    "R-LASTRESP-4[O]",
                    "InternetGetLastResponseInfo needs references for error and length",
                    bed -> {
                        TextBuffer text = new TextBuffer(50);
                        bed.call("no error", bed.api().InternetGetLastResponseInfo(null, text, new DwordRef(50)));
                        bed.call("no length", bed.api().InternetGetLastResponseInfo(new DwordRef(), text, null));
                    },
                    "no error: " + BAD,
                    "no length: " + BAD));

    static final List<ConformanceCase> ALL = Stream.concat(
                    TimeRow.ALL.stream().map(MachineSuite::parse), OTHERS.stream())
            .toList();

    private MachineSuite() {}

    private static SYSTEMTIME time() {
        return TIME.systemTime();
    }

    private static ConformanceCase parse(TimeRow row) {
        return new ConformanceCase(
                row.rules(),
                row.title(),
                bed -> {
                    SYSTEMTIME time = new SYSTEMTIME();
                    bed.call("read", bed.api().InternetTimeToSystemTime(row.text(), time, 0));
                    bed.note("time", TimeRow.fields(time));
                },
                "read: TRUE",
                "time: " + row.time());
    }
}
