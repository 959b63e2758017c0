package io.github.wininet4j.cli.port;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the import and delay-import tables of Windows programs and libraries of 32 and 64 bits (PE Format, .idata and
 * Delay-Load Import Tables). Nothing in such a file is believed: each offset is checked, and the number of steps is
 * limited over all tables together, so that tables that overlap or lead in circles come to an end.
 */
final class ExecutableReader {
    private static final String LIBRARY = "wininet.dll";

    private static final int PE_OFFSET = 0x3C;
    private static final long SIGNATURE = 0x4550;
    private static final int COFF_LENGTH = 24;
    private static final int PE32 = 0x10B;
    private static final int PE32_PLUS = 0x20B;

    /** The loader of Windows takes no more. */
    private static final int MAX_SECTIONS = 96;

    private static final int SECTION_LENGTH = 40;
    private static final int IMPORTS = 1;
    private static final int DELAY_IMPORTS = 13;
    private static final int IMPORT_LENGTH = 20;
    private static final int DELAY_IMPORT_LENGTH = 32;

    /** Compilers limit names to less. */
    private static final int MAX_NAME = 4096;

    /** Rows and bytes of names; the largest programs have some thousands of imports. */
    private static final int MAX_STEPS = 1_000_000;

    private final FileBytes bytes;
    private final List<Import> imports = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private boolean wide;
    private long base;
    private long headers;
    private int steps;

    /** A part of the file and where it is in memory. */
    private record Section(long address, long length, long offset) {}

    /**
     * What was found.
     *
     * @param imports the functions
     * @param damage why the tables were not read to their ends; empty if they were
     */
    record Result(List<Import> imports, String damage) {}

    private ExecutableReader(FileBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @param bytes the file
     * @return what it takes from wininet.dll, as far as that can be read
     * @throws IOException if reading fails
     */
    static Result read(FileBytes bytes) throws IOException {
        ExecutableReader reader = new ExecutableReader(bytes);
        String damage = "";
        try {
            reader.readAll();
        } catch (DamagedFileException e) {
            damage = String.valueOf(e.getMessage());
        }
        return new Result(List.copyOf(reader.imports), damage);
    }

    private void readAll() throws IOException, DamagedFileException {
        long pe = bytes.u32(PE_OFFSET);
        if (bytes.u32(pe) != SIGNATURE) {
            throw new DamagedFileException("it is not a program or library for 32 or 64 bits");
        }
        int count = bytes.u16(pe + 6);
        int optionalLength = bytes.u16(pe + 20);
        long optional = pe + COFF_LENGTH;
        int magic = bytes.u16(optional);
        if (magic != PE32 && magic != PE32_PLUS) {
            throw new DamagedFileException("it is neither PE32 nor PE32+");
        }
        wide = magic == PE32_PLUS;
        base = wide ? bytes.u64(optional + 24) : bytes.u32(optional + 28);
        headers = bytes.u32(optional + 60);
        readSections(optional + optionalLength, count);
        long directories = optional + (wide ? 112 : 96);
        long known = bytes.u32(directories - 4);
        if (known > IMPORTS) {
            readImports(bytes.u32(directories + 8 * IMPORTS));
        }
        if (known > DELAY_IMPORTS) {
            readDelayImports(bytes.u32(directories + 8 * DELAY_IMPORTS));
        }
    }

    private void readSections(long table, int count) throws IOException, DamagedFileException {
        if (count > MAX_SECTIONS) {
            throw new DamagedFileException("it has " + count + " sections");
        }
        for (int i = 0; i < count; i++) {
            long row = table + (long) i * SECTION_LENGTH;
            // Alignment can make either of the two sizes the larger; bytes are there for the one in the file.
            sections.add(new Section(bytes.u32(row + 12), bytes.u32(row + 16), bytes.u32(row + 20)));
        }
    }

    /** Where something in memory is in the file. */
    private long offset(long address) throws DamagedFileException {
        for (Section section : sections) {
            if (address >= section.address && address - section.address < section.length) {
                return section.offset + address - section.address;
            }
        }
        if (address >= 0 && address < headers) {
            return address;
        }
        throw new DamagedFileException("it points to no section");
    }

    private void spend(int count) throws DamagedFileException {
        steps += count;
        if (steps > MAX_STEPS) {
            throw new DamagedFileException("its import tables do not end");
        }
    }

    private String name(long address) throws IOException, DamagedFileException {
        String name = bytes.name(offset(address), MAX_NAME);
        spend(name.length());
        return name;
    }

    private void readImports(long table) throws IOException, DamagedFileException {
        if (table == 0) {
            return;
        }
        for (long row = table; ; row += IMPORT_LENGTH) {
            spend(1);
            long at = offset(row);
            long names = bytes.u32(at);
            long library = bytes.u32(at + 12);
            long addresses = bytes.u32(at + 16);
            if (library == 0 || (names == 0 && addresses == 0)) {
                return;
            }
            if (isWinInet(library)) {
                // Some linkers write one table only.
                readNames(names == 0 ? addresses : names, 0, false);
            }
        }
    }

    private void readDelayImports(long table) throws IOException, DamagedFileException {
        if (table == 0) {
            return;
        }
        for (long row = table; ; row += DELAY_IMPORT_LENGTH) {
            spend(1);
            long at = offset(row);
            // Old compilers wrote addresses in memory instead of distances from its start.
            long from = (bytes.u32(at) & 1) == 0 ? base : 0;
            long library = bytes.u32(at + 4);
            long names = bytes.u32(at + 16);
            if (library == 0 || names == 0) {
                return;
            }
            if (isWinInet(library - from)) {
                readNames(names - from, from, true);
            }
        }
    }

    private boolean isWinInet(long library) throws IOException, DamagedFileException {
        String name = name(library);
        return name.equalsIgnoreCase(LIBRARY) || name.equalsIgnoreCase("wininet");
    }

    private void readNames(long table, long from, boolean delayed) throws IOException, DamagedFileException {
        int length = wide ? 8 : 4;
        for (long row = table; ; row += length) {
            spend(1);
            long at = offset(row);
            long entry = wide ? bytes.u64(at) : bytes.u32(at);
            if (entry == 0) {
                return;
            }
            boolean isOrdinal = wide ? entry < 0 : (entry & 0x8000_0000L) != 0;
            // The two bytes before a name are where the linker thinks it is.
            imports.add(new Import(isOrdinal ? "#" + (entry & 0xFFFF) : name(entry - from + 2), delayed));
        }
    }
}
