package io.github.wininet4j.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form with files, {@code multipart/form-data} (RFC 7578). Parts go out in the order in which they were added; to be
 * filled by one thread before it is sent.
 */
public final class Multipart implements Body {
    private static final String LINE_END = "\r\n";

    /** A part with the lines before it. */
    private record Part(byte[] head, Body body) {}

    private final String boundary = "wininet4j-" + UUID.randomUUID();
    private final List<Part> parts = new ArrayList<>();

    /** Creates a form without parts. */
    public Multipart() {}

    /**
     * Adds a field.
     *
     * @param name its name
     * @param value its value, sent in UTF-8
     * @return this
     */
    public Multipart field(String name, String value) {
        return add(name, null, Body.of(value.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Adds a file under its own name.
     *
     * @param name the name of the field
     * @param file the file
     * @return this
     * @throws IOException if there is no such file
     */
    public Multipart file(String name, Path file) throws IOException {
        Path fileName = file.getFileName();
        return part(
                name,
                fileName == null ? name : fileName.toString(),
                Body.of(file).as("application/octet-stream"));
    }

    /**
     * Adds a part from any source.
     *
     * @param name the name of the field
     * @param fileName the name that the server is told
     * @param body the content; with an unknown length the form has none either
     * @return this
     */
    public Multipart part(String name, String fileName, Body body) {
        return add(name, fileName, body);
    }

    private Multipart add(String name, @Nullable String fileName, Body body) {
        String type = body.contentType();
        String head = "--" + boundary + LINE_END
                + "Content-Disposition: form-data; name=\"" + quoted(name) + '"'
                + (fileName == null ? "" : "; filename=\"" + quoted(fileName) + '"') + LINE_END
                + (type == null ? "" : "Content-Type: " + HeaderLine.checked(type) + LINE_END)
                + LINE_END;
        parts.add(new Part(head.getBytes(StandardCharsets.UTF_8), body));
        return this;
    }

    /** As browsers do it (HTML, multipart/form-data). */
    private static String quoted(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private byte[] end() {
        return ("--" + boundary + "--" + LINE_END).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public long length() {
        long length = end().length;
        for (Part part : parts) {
            if (part.body.length() < 0) {
                return -1;
            }
            length += part.head.length + part.body.length() + LINE_END.length();
        }
        return length;
    }

    @Override
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public boolean isRepeatable() {
        return parts.stream().allMatch(part -> part.body.isRepeatable());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (Part part : parts) {
            out.write(part.head);
            part.body.writeTo(out);
            out.write(LINE_END.getBytes(StandardCharsets.US_ASCII));
        }
        out.write(end());
    }
}
