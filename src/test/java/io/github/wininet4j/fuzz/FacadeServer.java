package io.github.wininet4j.fuzz;

import io.github.wininet4j.testing.LoopbackListener;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers each request by what its path says, and at once, so that no state waits for time. */
final class FacadeServer {
    static final String HOST = "127.0.0.1";

    private static final int END_OF_HEAD = 0x0D0A0D0A;
    private static final int UPLOAD_LIMIT = 1 << 20;

    /** An answer for each digit of a path; the last ones end the connection. */
    private static final List<String> ANSWERS = List.of(
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "HTTP/1.1 204 No Content\r\n\r\n",
            "HTTP/1.1 302 Found\r\nLocation: /0\r\nContent-Length: 0\r\nSet-Cookie: a=b\r\n\r\n",
            "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"r\"\r\nContent-Length: 2\r\n\r\nno",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n+\r\n",
            "HTTP/1.0 404 Gone\r\n\r\ngone",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut",
            "no head at all",
            "");

    private final LoopbackListener listener = LoopbackListener.start("facade server", FacadeServer::serve);

    int port() {
        return listener.port();
    }

    private static void serve(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        while (answer(in, socket.getOutputStream())) {
            // the next request
        }
    }

    private static boolean answer(InputStream in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder();
        int last = 0;
        while (last != END_OF_HEAD) {
            int b = in.read();
            if (b < 0) {
                return false;
            }
            head.append((char) b);
            last = last << 8 | b;
        }
        int at = head.indexOf("\r\nContent-Length: ");
        if (at >= 0) {
            long length = Long.parseLong(head.substring(at + 18, head.indexOf("\r\n", at + 2)));
            if (length > UPLOAD_LIMIT) {
                return false;
            }
            in.skipNBytes(length);
        }
        int path = head.indexOf(" /") + 2;
        char digit = path < 2 ? '9' : head.charAt(path);
        int kind = digit >= '0' && digit <= '9' ? digit - '0' : 0;
        out.write(ANSWERS.get(kind).getBytes(StandardCharsets.US_ASCII));
        return kind < 6;
    }
}
