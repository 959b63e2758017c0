package io.github.wininet4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as it was received.
 *
 * @param connection the number of the connection, counted from 1
 * @param head the bytes up to and including the empty line, one character for each
 * @param headers the header lines in their order
 * @param body the body as the server understands it, chunk framing removed
 * @param rawBody the body as received, chunk framing and trailers included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RecordedRequest(int connection, String head, List<Header> headers, byte[] body, byte[] rawBody) {

    /**
     * A header line.
     *
     * @param name what stands before the colon
     * @param value what stands behind it, without white space around
     * @param line the whole line, without its end
     */
    public record Header(String name, String value, String line) {}

    static RecordedRequest of(int connection, String head, byte[] body, byte[] rawBody) {
        WireText.tell(head);
        return new RecordedRequest(connection, head, parse(head), body, rawBody);
    }

    private static List<Header> parse(String head) {
        List<Header> headers = new ArrayList<>();
        String[] lines = head.split("\r?\n", -1);
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            int colon = lines[i].indexOf(':');
            String name = colon < 0 ? lines[i] : lines[i].substring(0, colon);
            String value = colon < 0 ? "" : lines[i].substring(colon + 1).strip();
            headers.add(new Header(name, value, lines[i]));
        }
        return List.copyOf(headers);
    }

    /** Returns the first line, without its end. */
    public String requestLine() {
        return head.split("\r?\n", 2)[0];
    }

    /** Returns the verb: what stands before the first space. */
    public String method() {
        return requestLine().split(" ", 2)[0];
    }

    /** Returns the request target: what stands between the first and the last space. */
    public String target() {
        String line = requestLine();
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        return first < 0 || last <= first ? "" : line.substring(first + 1, last);
    }

    /** Returns the path of the target: the target up to a question mark. */
    public String path() {
        return target().split("\\?", 2)[0];
    }

    /**
     * Returns the values of a header.
     *
     * @param name the name; case does not matter
     * @return one value for each line with this name, in order
     */
    public List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /**
     * Returns whether there is a header.
     *
     * @param name the name; case does not matter
     * @return true if a line has this name
     */
    public boolean hasHeader(String name) {
        return !values(name).isEmpty();
    }

    /**
     * Returns the value of a header that has to be there once.
     *
     * @param name the name; case does not matter
     * @return its value
     */
    public String header(String name) {
        List<String> values = values(name);
        if (values.size() != 1) {
            throw new AssertionError(values.size() + " headers " + name + " in\n" + head);
        }
        return values.get(0);
    }

    /** Returns the names of the headers, in order, as spelled on the wire. */
    public List<String> headerNames() {
        return headers.stream().map(Header::name).toList();
    }

    /** Returns the body as text, one character for each byte. */
    public String bodyText() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "connection " + connection + ": " + requestLine() + ", body of " + body.length + " bytes";
    }
}
