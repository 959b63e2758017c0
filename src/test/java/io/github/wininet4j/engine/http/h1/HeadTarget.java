package io.github.wininet4j.engine.http.h1;

import static io.github.wininet4j.fuzz.Property.check;
import static io.github.wininet4j.fuzz.Property.isOf;

import io.github.wininet4j.engine.http.stream.MalformedResponseException;
import io.github.wininet4j.engine.http.stream.NoResponseException;
import io.github.wininet4j.engine.net.AnswerTime;
import io.github.wininet4j.engine.net.ReadBuffer;
import io.github.wininet4j.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Response heads. */
public final class HeadTarget implements FuzzTarget {
    /** Creates the target. */
    public HeadTarget() {}

    @Override
    public String run(byte[] input) throws IOException {
        try {
            ReadBuffer buffer = new ReadBuffer(new ByteArrayInputStream(input), 64);
            ResponseHead head = ResponseHeadReader.read(buffer, WireLimits.DEFAULT, new AnswerTime(0));
            for (int i = 0; i < head.headerCount(); i++) {
                check(head.name(i).indexOf('\n') < 0 && head.name(i).indexOf(':') < 0, "a name");
                check(isOf(head.line(i), '\1', '\u00FF', "\r\n"), "one line");
            }
            return "head";
        } catch (MalformedResponseException | NoResponseException e) {
            return e.getClass().getSimpleName();
        }
    }

    @Override
    public List<String> words() {
        return List.of(
                "HTTP/1.1 200 OK",
                "\r\n",
                "\n",
                "\r",
                ":",
                " ",
                "\t",
                "A",
                "Content-Length: ",
                "5",
                "Set-Cookie: a=b",
                "Transfer-Encoding: chunked",
                ",",
                "HTTP/1.0 404",
                "\r\n\r\n",
                "Connection: close",
                "100",
                ";");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.http.h1");
    }
}
