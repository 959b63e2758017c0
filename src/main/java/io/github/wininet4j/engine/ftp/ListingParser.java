package io.github.wininet4j.engine.ftp;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.commons.net.ftp.FTPClientConfig;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;
import org.apache.commons.net.ftp.parser.EnterpriseUnixFTPEntryParser;
import org.apache.commons.net.ftp.parser.MLSxEntryParser;
import org.apache.commons.net.ftp.parser.MVSFTPEntryParser;
import org.apache.commons.net.ftp.parser.MacOsPeterFTPEntryParser;
import org.apache.commons.net.ftp.parser.NTFTPEntryParser;
import org.apache.commons.net.ftp.parser.NetwareFTPEntryParser;
import org.apache.commons.net.ftp.parser.OS2FTPEntryParser;
import org.apache.commons.net.ftp.parser.OS400FTPEntryParser;
import org.apache.commons.net.ftp.parser.UnixFTPEntryParser;
import org.apache.commons.net.ftp.parser.VMSFTPEntryParser;
import org.jspecify.annotations.Nullable;

/**
 * Understands the lines of a listing. What system they are of is found out from themselves, as what servers say of
 * their system and what they list often differ.
 */
final class ListingParser {
    /** No name and no path is longer; what matches a line takes long for long ones. */
    static final int LONGEST = 4_096;

    private static final String VMS_NAME = "\\S+;\\d+\\s*";

    private final List<Supplier<FTPFileEntryParser>> systems;
    private final ZoneId zone;
    private @Nullable FTPFileEntryParser current;
    /** The line before, if it goes on in the next one. */
    private String begun = "";

    /** Creates a parser that turns the UTC times of MLSD into those of a zone. */
    ListingParser(ZoneId zone) {
        this.zone = zone;
        this.systems = List.of(
                () -> new UnixFTPEntryParser(config(FTPClientConfig.SYST_UNIX)),
                () -> new NTFTPEntryParser(config(FTPClientConfig.SYST_NT)),
                () -> new VMSFTPEntryParser(config(FTPClientConfig.SYST_VMS)),
                () -> new NetwareFTPEntryParser(config(FTPClientConfig.SYST_NETWARE)),
                () -> new MacOsPeterFTPEntryParser(config(FTPClientConfig.SYST_MACOS_PETER)),
                () -> new OS400FTPEntryParser(config(FTPClientConfig.SYST_OS400)),
                () -> new OS2FTPEntryParser(config(FTPClientConfig.SYST_OS2)),
                EnterpriseUnixFTPEntryParser::new);
    }

    /** The times of a listing are those of the clock on the wall there: no zone may shift them (R-FTP-9). */
    private static @Nullable FTPClientConfig config(String system) {
        FTPClientConfig config = new FTPClientConfig(system);
        config.setServerTimeZoneId("UTC");
        return config;
    }

    /**
     * Understands a line.
     *
     * @param line the line
     * @return the entry, or null if it tells of none
     */
    @Nullable
    ListingEntry parse(String line) {
        if (line.isBlank() || line.length() > LONGEST) {
            return null;
        }
        if (line.matches(VMS_NAME)) {
            begun = line.stripTrailing() + " ";
            return null;
        }
        String whole = begun.isEmpty() ? line : begun + line.strip();
        begun = "";
        if (EplfLine.isOne(whole)) {
            return checked(EplfLine.parse(whole, zone));
        }
        if (isMlsx(whole)) {
            return checked(mlsx(whole));
        }
        FTPFile file = file(whole);
        return file == null ? null : checked(entry(file));
    }

    private static boolean isMlsx(String line) {
        int blank = line.indexOf(' ');
        return blank > 0 && line.charAt(blank - 1) == ';' && line.indexOf('=') > 0 && line.indexOf('=') < blank;
    }

    private @Nullable ListingEntry mlsx(String line) {
        FTPFile file;
        try {
            file = MLSxEntryParser.parseEntry(line);
        } catch (RuntimeException e) {
            return null;
        }
        String facts = line.substring(0, line.indexOf(' ')).toLowerCase(Locale.ROOT);
        if (file == null || facts.contains("type=cdir;") || facts.contains("type=pdir;")) {
            return null;
        }
        Calendar time = file.getTimestamp();
        return new ListingEntry(
                file.getName(),
                file.isDirectory(),
                false,
                Math.max(0, file.getSize()),
                time == null ? null : LocalDateTime.ofInstant(time.toInstant(), zone));
    }

    private @Nullable FTPFile file(String line) {
        if (current != null) {
            FTPFile file = parsed(current, line);
            if (file != null) {
                return file;
            }
        }
        if (MvsHeader.isOne(line)) {
            MVSFTPEntryParser mvs = new MVSFTPEntryParser();
            mvs.preParse(new java.util.ArrayList<>(List.of(line)));
            current = mvs;
            return null;
        }
        for (Supplier<FTPFileEntryParser> system : systems) {
            FTPFileEntryParser parser = system.get();
            FTPFile file = parsed(parser, line);
            if (file != null) {
                current = parser;
                return file;
            }
        }
        return null;
    }

    private static @Nullable FTPFile parsed(FTPFileEntryParser parser, String line) {
        try {
            FTPFile file = parser.parseFTPEntry(line);
            return file == null || file.getName() == null ? null : file;
        } catch (RuntimeException e) {
            // A number or a date that is none.
            return null;
        }
    }

    private static ListingEntry entry(FTPFile file) {
        Calendar time = file.getTimestamp();
        String name = file.getName();
        boolean readOnly = file.isFile()
                && file.hasPermission(FTPFile.USER_ACCESS, FTPFile.READ_PERMISSION)
                && !file.hasPermission(FTPFile.USER_ACCESS, FTPFile.WRITE_PERMISSION);
        return new ListingEntry(
                name.substring(name.lastIndexOf('/') + 1),
                file.isDirectory(),
                readOnly,
                Math.max(0, file.getSize()),
                time == null ? null : LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC));
    }

    private static @Nullable ListingEntry checked(@Nullable ListingEntry entry) {
        return entry == null || !ListingEntry.isSafeName(entry.name()) ? null : entry;
    }
}
