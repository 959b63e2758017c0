package io.github.wininet4j.contract;

import io.github.wininet4j.testing.TableFile;
import java.util.List;

/**
 * A row of {@code options.tsv}, which explains the columns.
 *
 * @param id the number of the option
 * @param name its name without {@code INTERNET_OPTION_}
 * @param handles a letter for each kind of handle that has it
 * @param gets whether it can be queried
 * @param sets whether it can be set
 * @param type its C type, a key of {@link OptionMemory}
 * @param size the size of the C type
 * @param first the value of a fresh handle, or the error of a query
 * @param given a value to set
 * @param then what is read afterwards
 * @param inherited whether new children start with the value of their parent
 */
record OptionSample(
        int id,
        String name,
        String handles,
        boolean gets,
        boolean sets,
        String type,
        int size,
        String first,
        String given,
        String then,
        boolean inherited) {
    private static final String ABSENT = "-";

    static List<OptionSample> all() {
        return TableFile.rows("/options/options.tsv").stream()
                .map(OptionSample::of)
                .toList();
    }

    private static OptionSample of(String[] cells) {
        return new OptionSample(
                Integer.parseInt(cells[0]),
                cells[1],
                cells[2],
                cells[3].contains("get"),
                cells[3].contains("set"),
                cells[4],
                Integer.parseInt(cells[5]),
                cells[6].equals("\"\"") ? "" : cells[6],
                cells[7],
                cells[8],
                cells[9].equals("yes"));
    }

    /** Whether WinInet names it and no handle has it. */
    boolean isRefused() {
        return handles.equals(ABSENT);
    }

    /** The error of every query of a fresh handle, or 0. */
    int firstError() {
        return first.startsWith("!") ? Integer.parseInt(first.substring(1)) : 0;
    }

    /** Whether the first value is the same for all handles. */
    boolean hasFirst() {
        return !first.equals("?") && !first.equals(".");
    }

    /** Whether memory of another size than that of the type is an error. */
    boolean hasFixedSize() {
        return size > 0;
    }

    boolean isOf(char handle) {
        return handles.indexOf(handle) >= 0;
    }

    /** Names the row in reports. */
    @Override
    public String toString() {
        return id + " " + name;
    }
}
