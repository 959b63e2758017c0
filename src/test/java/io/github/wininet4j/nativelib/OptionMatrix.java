package io.github.wininet4j.nativelib;

import static io.github.wininet4j.constant.InternetOption.INTERNET_OPTION_CONNECTED_STATE;
import static io.github.wininet4j.constant.InternetOption.INTERNET_OPTION_HTTP_DECODING;
import static io.github.wininet4j.constant.InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION;
import static io.github.wininet4j.constant.InternetOption.INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT;
import static io.github.wininet4j.constant.InternetOption.INTERNET_OPTION_SUPPRESS_SERVER_AUTH;
import static io.github.wininet4j.constant.Win32Error.ERROR_INSUFFICIENT_BUFFER;
import static io.github.wininet4j.constant.Win32Error.ERROR_INVALID_PARAMETER;
import static io.github.wininet4j.constant.WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH;
import static io.github.wininet4j.constant.WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE;
import static io.github.wininet4j.constant.WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_TYPE;
import static io.github.wininet4j.constant.WinInetError.ERROR_INTERNET_INVALID_OPERATION;
import static io.github.wininet4j.constant.WinInetError.ERROR_INTERNET_INVALID_OPTION;
import static io.github.wininet4j.constant.WinInetError.ERROR_INTERNET_OPTION_NOT_SETTABLE;

import io.github.wininet4j.testing.TableFile;
import io.github.wininet4j.type.OptionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the C functions must answer for each option, kind of handle, form and length: by the table of the options
 * (R-OPT, R-OPTN). {@code options_test.c} prints what they do answer.
 */
final class OptionMatrix {
    private static final int LAST = 200;
    private static final long HUGE = 0x7FFFFFFFL;

    /** Handles that the table of the options does not have; what any handle has they have, but for decoding. */
    private static final Set<String> OTHERS = Set.of("F", "find", "file", "web-socket");

    /** Options that WinInet has and does not document, in the form of the table. */
    private static final List<String[]> UNDOCUMENTED = List.of(
            new String[] {"126", "UPGRADE_TO_WEB_SOCKET", "R", "set", "none", "0", "."},
            new String[] {"127", "WEB_SOCKET_KEEPALIVE_INTERVAL", "SCR", "get set", "DWORD", "4", "."},
            new String[] {"134", "WEB_SOCKET_CLOSE_TIMEOUT", "SCR", "get set", "DWORD", "4", "."},
            new String[] {"137", "DISALLOW_PREMATURE_EOF", "SCR", "get set", "BOOL", "4", "."});

    private final Map<Integer, Row> rows = new TreeMap<>();

    /** A row of the table. */
    private record Row(
            int id, String name, String handles, boolean gets, boolean sets, String type, int size, int first) {
        /** Connection limits have an error of their own for a wrong handle (R-LIMIT-7). */
        int wrongHandle() {
            boolean limit = name.startsWith("MAX_CONNS_PER") && !name.endsWith("PROXY");
            return limit ? ERROR_INTERNET_INVALID_OPERATION : ERROR_INTERNET_INCORRECT_HANDLE_TYPE;
        }

        boolean refused() {
            return handles.equals("-");
        }

        boolean isText() {
            return OptionType.of(id).isText();
        }
    }

    /** One line of the program. */
    private record Cell(
            String verb,
            int option,
            boolean wide,
            String handle,
            String kind,
            int error,
            long length,
            boolean changed) {
        static Cell of(String line) {
            String[] words = line.split("[: ]+", -1);
            return new Cell(
                    words[0],
                    Integer.parseUnsignedInt(words[1]),
                    words[2].equals("W"),
                    words[3],
                    words[4],
                    Integer.parseInt(words[5]),
                    Long.parseLong(words[6]),
                    words[7].equals("1"));
        }
    }

    OptionMatrix() {
        List<String[]> all = new ArrayList<>(TableFile.rows("/options/options.tsv"));
        all.addAll(UNDOCUMENTED);
        for (String[] cells : all) {
            int id = Integer.parseInt(cells[0]);
            int first = cells[6].startsWith("!") ? Integer.parseInt(cells[6].substring(1)) : 0;
            rows.put(
                    id,
                    new Row(
                            id,
                            cells[1],
                            cells[2],
                            cells[3].contains("get"),
                            cells[3].contains("set"),
                            cells[4],
                            Integer.parseInt(cells[5]),
                            first));
        }
    }

    /** What the program is to know: every number up to one that no option has, and some beyond. */
    String sizes() {
        return IntStream.concat(IntStream.rangeClosed(0, LAST), IntStream.of(0x7FFF_FFFF, -1))
                .mapToObj(id -> {
                    Row row = rows.get(id);
                    return "OPTION(" + Integer.toUnsignedString(id) + "u, " + (row == null ? 0 : row.size) + ", "
                            + (row != null && row.isText() ? 1 : 0) + ")\n";
                })
                .collect(Collectors.joining());
    }

    /** Returns the lines that say something else than they must. */
    List<String> wrong(String output) {
        return output.lines()
                .filter(line -> line.contains(": ") && !isRight(Cell.of(line)))
                .toList();
    }

    private boolean isRight(Cell cell) {
        if (cell.changed && cell.error != 0) {
            return false;
        }
        Row row = rows.get(cell.option);
        boolean query = cell.verb.equals("query");
        if (row == null || row.refused()) {
            int error = row == null ? ERROR_INTERNET_INVALID_OPTION : row.first;
            return cell.error == error || (cell.kind.equals("no-length") && cell.error == ERROR_INVALID_PARAMETER);
        }
        if (OTHERS.contains(cell.handle)) {
            boolean any = row.handles.endsWith("SCR") && row.id != INTERNET_OPTION_HTTP_DECODING;
            boolean ftp = cell.handle.equals("F") && (row.handles.contains("C") || row.handles.equals("F"));
            return (any || ftp) && isRight(row, cell, query) || !any && isWrongHandle(row, cell, query);
        }
        String letter = cell.handle.equals("sent") ? "R" : cell.handle;
        return row.handles.contains(letter) ? isRight(row, cell, query) : isWrongHandle(row, cell, query);
    }

    /** The length of a query becomes that of the type, and 0 for the NULL handle (R-OPT-11). */
    private static boolean isWrongHandle(Row row, Cell cell, boolean query) {
        if (query && cell.kind.equals("no-length")) {
            return cell.error == ERROR_INVALID_PARAMETER;
        }
        boolean length = !query
                || row.wrongHandle() == ERROR_INTERNET_INVALID_OPERATION
                || cell.length == (cell.handle.equals("N") ? 0 : row.size);
        return cell.error == row.wrongHandle() && length;
    }

    private static boolean isRight(Row row, Cell cell, boolean query) {
        return query ? isRightAnswer(row, cell) : isRightChange(row, cell);
    }

    private static boolean isRightAnswer(Row row, Cell cell) {
        if (cell.kind.equals("no-length")) {
            return cell.error == ERROR_INVALID_PARAMETER;
        }
        if (!row.gets) {
            return cell.error == ERROR_INTERNET_INVALID_OPTION;
        }
        if (row.first != 0 && cell.error == row.first) {
            return cell.length == 0;
        }
        boolean enough = cell.kind.equals("exact") || cell.kind.equals("huge");
        if (row.type.equals("none")) {
            return cell.error == 0 && cell.length == 0;
        }
        if (row.id == INTERNET_OPTION_PER_CONNECTION_OPTION && enough) {
            // The list says what is asked for, and garbage is no list.
            return cell.error == ERROR_INVALID_PARAMETER;
        }
        if (row.id == INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT && cell.handle.equals("sent")) {
            // There is no certificate without TLS.
            return cell.error == ERROR_INTERNET_INVALID_OPERATION;
        }
        if (row.size > 0) {
            return cell.length == row.size && cell.error == (enough ? 0 : ERROR_INSUFFICIENT_BUFFER);
        }
        // A text of one byte is its NUL.
        boolean fits = enough || cell.error == 0 && cell.length == 0 && cell.kind.equals("1");
        return fits
                ? cell.error == 0 && cell.length < HUGE
                : cell.error == ERROR_INSUFFICIENT_BUFFER && cell.length > 0;
    }

    private static boolean isRightChange(Row row, Cell cell) {
        if (!row.sets) {
            return cell.error == ERROR_INTERNET_OPTION_NOT_SETTABLE;
        }
        boolean accepted = cell.error == 0 || cell.error == ERROR_INVALID_PARAMETER;
        if (row.id == INTERNET_OPTION_SUPPRESS_SERVER_AUTH && cell.handle.equals("sent")) {
            return cell.error == ERROR_INTERNET_INCORRECT_HANDLE_STATE;
        }
        if (row.type.equals("none") || row.type.equals("pointer")) {
            return cell.error == 0;
        }
        if (row.id == INTERNET_OPTION_CONNECTED_STATE && (cell.length == row.size)) {
            // It is set in another form than it is asked for (R-OPTN-50).
            return cell.error == ERROR_INTERNET_BAD_OPTION_LENGTH;
        }
        if (cell.kind.startsWith("null")) {
            return cell.error == ERROR_INVALID_PARAMETER
                    || (cell.kind.equals("null-0") && cell.error == ERROR_INTERNET_BAD_OPTION_LENGTH);
        }
        if (row.isText() || cell.kind.equals("exact")) {
            return accepted;
        }
        return cell.error
                == (row.type.equals("DWORD_PTR") ? ERROR_INVALID_PARAMETER : ERROR_INTERNET_BAD_OPTION_LENGTH);
    }
}
