package io.github.wininet4j.engine.ftp;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;
import org.apache.commons.net.ftp.parser.MLSxEntryParser;
import org.apache.commons.net.ftp.parser.MVSFTPEntryParser;
import org.jspecify.annotations.Nullable;

/**
 * Understands the lines of a listing. What system they are of is found out from themselves, as what servers say of
 * their system and what they list often differ.
 */
final class ListingParser {
    /** No name and no path is longer; what matches a line takes long for long ones. */
    static final int LONGEST = 4_096;

    /**
     * What stands beside a name is never longer. The library's patterns take time by a power of the length of what they
     * do not match, so they see no names, and no more than this.
     */
    private static final int LONGEST_FACTS = 128;

    /**
     * What stands between two columns counts as no more. A pattern of the library needs the fifth power of the length
     * of a gap to see that it does not match: 45 seconds for one line.
     */
    private static final int LONGEST_GAP = 8;

    private static final Pattern GAP = Pattern.compile("(\\s{" + LONGEST_GAP + "})\\s++");

    private static final Pattern VMS_NAME = Pattern.compile("[^\\s;]++;\\d{1,5}+\\s*+");
    private static final Pattern NAME_FIRST = Pattern.compile("([^\\s;]++)(;\\d{1,5}+\\s.*+)");
    private static final Pattern NAME_LAST =
            Pattern.compile("(?:\\p{L}{3} {1,9}\\d{1,2} {1,9}(?:\\d{1,2}:\\d{2}|\\d{4})"
                    + "|\\d{4}-\\d{2}-\\d{2} {1,9}\\d{1,2}:\\d{2}"
                    + "|\\d{2}[-/]\\d{2}[-/]\\d{2,4} {1,9}\\d{2}:\\d{2}(?::\\d{2}|[AP]M)?"
                    + "(?: {1,40}(?:<DIR>|\\d{1,19}|\\*[A-Z]{1,9}))?) {1,40}");
    private static final String SYSTEM_TYPE = "type=os.";
    private static final String STAND_IN = "N";
    private static final String VMS_FOLDER = ".DIR";
    private static final Pattern UNIX_MODE = Pattern.compile("[bcdlps-][rwxsStTlL-]{9}.*+");
    /** What says the kind of a file of Unix and who may do what with it. */
    private static final int MODE_LENGTH = 10;
    /** With what lines of Unix begin. */
    private static final String UNIX = "bcdlps-";

    private final ListingSystems systems;
    private final ZoneId zone;
    private @Nullable FTPFileEntryParser current;
    /** The line before, if it goes on in the next one. */
    private String begun = "";

    /** Creates a parser that turns the UTC times of MLSD into those of a zone. */
    ListingParser(ZoneId zone) {
        this(zone, new ListingSystems());
    }

    ListingParser(ZoneId zone, ListingSystems systems) {
        this.zone = zone;
        this.systems = systems;
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
        if (VMS_NAME.matcher(line).matches()) {
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
        return checked(named(whole));
    }

    /** Has the facts understood without the name, and gives the entry its name. */
    private @Nullable ListingEntry named(String line) {
        Matcher first = NAME_FIRST.matcher(line);
        if (first.matches()) {
            String name = first.group(1);
            boolean folder = name.endsWith(VMS_FOLDER);
            return folder
                    ? entry(
                            STAND_IN + VMS_FOLDER + first.group(2),
                            name.substring(0, name.length() - VMS_FOLDER.length()))
                    : entry(STAND_IN + first.group(2), name);
        }
        return nameLast(withoutMark(line));
    }

    /** Behind the mode stands a point or an at sign if there are more rights, of which the library does not know. */
    private static String withoutMark(String line) {
        boolean marked = line.length() > MODE_LENGTH
                && (line.charAt(MODE_LENGTH) == '.' || line.charAt(MODE_LENGTH) == '@')
                && UNIX_MODE.matcher(line).matches();
        return marked ? line.substring(0, MODE_LENGTH) + " " + line.substring(MODE_LENGTH + 1) : line;
    }

    /** Numbers of users, groups and sizes can look like a date: that is the date with which the line makes sense. */
    private @Nullable ListingEntry nameLast(String line) {
        boolean unix = UNIX.indexOf(line.charAt(0)) >= 0;
        ListingEntry dateless = null;
        boolean found = false;
        Matcher last = NAME_LAST.matcher(line);
        int at = unix ? Math.min(MODE_LENGTH, line.length()) : 0;
        while (at < LONGEST_FACTS && last.find(at)) {
            found = true;
            // One blank stands before the name; more belong to it.
            int end = unix ? line.substring(0, last.end()).stripTrailing().length() + 1 : last.end();
            ListingEntry entry = entry(line.substring(0, end) + STAND_IN, line.substring(end));
            if (entry != null && entry.changed() != null) {
                return entry;
            }
            dateless = dateless == null ? entry : dateless;
            at = last.start() + 1;
        }
        UnixDate other = new UnixDate(line, MODE_LENGTH, LONGEST_FACTS);
        while (unix && other.next()) {
            found = true;
            ListingEntry entry = entry(other.facts() + STAND_IN, other.name());
            if (entry != null && entry.changed() != null) {
                return entry;
            }
            dateless = dateless == null ? entry : dateless;
        }
        return found ? dateless : entry(line, null);
    }

    private @Nullable ListingEntry entry(String facts, @Nullable String name) {
        if (facts.length() > LONGEST_FACTS) {
            return null;
        }
        String close = GAP.matcher(facts).replaceAll("$1");
        FTPFile file = file(close);
        if (file == null || (name == null && close.length() < facts.length() && hasGap(file.getName()))) {
            // Blanks may be missing in the name.
            return null;
        }
        return entry(file, name);
    }

    private static boolean hasGap(String name) {
        int blanks = 0;
        for (int i = 0; i < name.length() && blanks < LONGEST_GAP; i++) {
            blanks = Character.isWhitespace(name.charAt(i)) ? blanks + 1 : 0;
        }
        return blanks == LONGEST_GAP;
    }

    private static boolean isMlsx(String line) {
        int blank = line.indexOf(' ');
        return blank > 0 && line.charAt(blank - 1) == ';' && line.indexOf('=') > 0 && line.indexOf('=') < blank;
    }

    private @Nullable ListingEntry mlsx(String line) {
        FTPFile file;
        try {
            file = MLSxEntryParser.parseEntry(withoutSystemType(line));
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

    /** The library knows no links and devices. */
    private static String withoutSystemType(String line) {
        int at = 0;
        while (at < line.length() && !line.regionMatches(true, at, SYSTEM_TYPE, 0, SYSTEM_TYPE.length())) {
            at++;
        }
        int end = line.indexOf(';', at);
        return end < 0 ? line : line.substring(0, at) + "type=file" + line.substring(end);
    }

    private @Nullable FTPFile file(String line) {
        if (MvsHeader.isOne(line)) {
            MVSFTPEntryParser mvs = new MVSFTPEntryParser();
            mvs.preParse(new ArrayList<>(List.of(line)));
            current = mvs;
            return null;
        }
        FTPFile usual = current == null ? null : parsed(current, line);
        if (usual != null && (usual.getTimestamp() != null || current instanceof MVSFTPEntryParser)) {
            return usual;
        }
        FTPFile dateless = null;
        for (int i = 0; i < systems.count(); i++) {
            FTPFileEntryParser parser = systems.get(i);
            FTPFile file = parser == current ? usual : parsed(parser, line);
            if (file != null && file.getTimestamp() != null) {
                current = parser;
                return file;
            }
            dateless = dateless == null ? file : dateless;
        }
        // A date in another language is no reason to pass over a file of Unix; anything else without one is no entry.
        return UNIX_MODE.matcher(line).matches() ? dateless : null;
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

    private static ListingEntry entry(FTPFile file, @Nullable String given) {
        Calendar time = file.getTimestamp();
        String name = given == null ? file.getName() : given;
        int arrow = file.isSymbolicLink() ? name.indexOf(" -> ") : -1;
        if (arrow > 0) {
            name = name.substring(0, arrow);
        } else if (name.endsWith("/") && file.isDirectory()) {
            name = name.substring(0, name.length() - 1);
        }
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
