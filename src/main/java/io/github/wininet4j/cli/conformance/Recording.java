package io.github.wininet4j.cli.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A conformance run as a file, so that a run on one machine can be compared with a run on another. The file is ASCII
 * text, one event on each line, the fields separated by tabs, the first saying what follows:
 *
 * <pre>
 * wininet4j-recording  VERSION  BACK-END  SYSTEM
 * case                 RULES  TITLE
 * call                 case|callback  FUNCTION  RETURNED  ERROR  NAME=VALUE...
 * status               HANDLE  STATUS  CONTEXT  PAYLOAD  LENGTH
 * note                 OBSERVATION
 * end
 * </pre>
 *
 * <p>A tab, line break, backslash or character beyond ASCII in a field is written as {@code \t}, {@code \n}, {@code
 * \r}, {@code \\} or {@code \}{@code uXXXX}. What differs from run to run has a name in its place: {@code handle 1},
 * {@code PORT}, {@code DATE}, {@code TIME}; {@code ?} is a value that belongs to WinInet because the call pended.
 *
 * @param backEnd what was recorded
 * @param system the operating system
 * @param cases the cases
 */
record Recording(String backEnd, String system, List<RecordedCase> cases) {
    private static final String MAGIC = "wininet4j-recording";
    private static final String VERSION = "1";

    /** Whether a file begins as a recording does. */
    static boolean isRecording(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] wanted = (MAGIC + "\t").getBytes(StandardCharsets.US_ASCII);
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(wanted.length), wanted);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes it.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void write(Path file) {
        List<String> lines = new ArrayList<>();
        lines.add(line(MAGIC, VERSION, backEnd, system));
        for (RecordedCase recorded : cases) {
            lines.add(line("case", recorded.rules(), recorded.title()));
            for (RecordedCase.Call call : recorded.calls()) {
                List<String> fields =
                        new ArrayList<>(List.of("call", call.from(), call.function(), call.returned(), call.error()));
                fields.addAll(call.arguments());
                lines.add(line(fields.toArray(String[]::new)));
            }
            for (RecordedCase.Status status : recorded.statuses()) {
                lines.add(line(
                        "status", status.handle(), status.name(), status.context(), status.payload(), status.length()));
            }
            recorded.notes().forEach(note -> lines.add(line("note", note)));
            lines.add("end");
        }
        try {
            Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a recording.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it is no recording, or one of another version
     */
    static Recording read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> head = lines.isEmpty() ? List.of() : fields(lines.get(0));
        if (head.size() != 4 || !head.get(0).equals(MAGIC) || !head.get(1).equals(VERSION)) {
            throw new IllegalArgumentException("not a recording of version " + VERSION + ": " + file);
        }
        List<RecordedCase> cases = new ArrayList<>();
        Builder builder = null;
        for (int i = 1; i < lines.size(); i++) {
            List<String> fields = fields(lines.get(i));
            if (builder == null && fields.get(0).equals("case") && fields.size() == 3) {
                builder = new Builder(fields.get(1), fields.get(2));
            } else if (builder != null && fields.equals(List.of("end"))) {
                cases.add(builder.build());
                builder = null;
            } else if (builder == null || !builder.add(fields)) {
                throw new IllegalArgumentException("line " + (i + 1) + " of " + file + " is no part of a recording");
            }
        }
        if (builder != null) {
            throw new IllegalArgumentException("the last case of " + file + " has no end");
        }
        return new Recording(head.get(2), head.get(3), List.copyOf(cases));
    }

    /** The case of this title, if it was recorded. */
    Stream<RecordedCase> find(String title) {
        return cases.stream().filter(recorded -> recorded.title().equals(title));
    }

    /** A case whose lines are being read. */
    private static final class Builder {
        private final String rules;
        private final String title;
        private final List<RecordedCase.Call> calls = new ArrayList<>();
        private final List<RecordedCase.Status> statuses = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Builder(String rules, String title) {
            this.rules = rules;
            this.title = title;
        }

        boolean add(List<String> f) {
            int count = f.size();
            if (f.get(0).equals("call") && count >= 5) {
                calls.add(new RecordedCase.Call(
                        f.get(1), f.get(2), f.get(3), f.get(4), List.copyOf(f.subList(5, count))));
            } else if (f.get(0).equals("status") && count == 6) {
                statuses.add(new RecordedCase.Status(f.get(1), f.get(2), f.get(3), f.get(4), f.get(5)));
            } else if (f.get(0).equals("note") && count == 2) {
                notes.add(f.get(1));
            } else {
                return false;
            }
            return true;
        }

        RecordedCase build() {
            return new RecordedCase(rules, title, List.copyOf(calls), List.copyOf(statuses), List.copyOf(notes));
        }
    }

    private static String line(String... fields) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.length; i++) {
            line.append(i == 0 ? "" : "\t");
            fields[i].chars().forEach(c -> escape((char) c, line));
        }
        return line.toString();
    }

    private static void escape(char c, StringBuilder line) {
        switch (c) {
            case '\t' -> line.append("\\t");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\\' -> line.append("\\\\");
            default -> {
                if (c >= ' ' && c < 0x7F) {
                    line.append(c);
                } else {
                    line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                }
            }
        }
    }

    private static List<String> fields(String line) {
        return Stream.of(line.split("\t", -1)).map(Recording::unescaped).toList();
    }

    private static String unescaped(String field) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\' || i + 1 == field.length()) {
                text.append(c);
                continue;
            }
            char escape = field.charAt(++i);
            switch (escape) {
                case 't' -> text.append('\t');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 'u' -> {
                    if (i + 4 >= field.length()) {
                        throw new IllegalArgumentException("a character is cut short: " + field);
                    }
                    text.append((char) Integer.parseInt(field.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }
}
