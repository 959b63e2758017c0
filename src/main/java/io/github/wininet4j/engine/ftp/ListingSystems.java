package io.github.wininet4j.engine.ftp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.net.ftp.FTPClientConfig;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;
import org.apache.commons.net.ftp.parser.EnterpriseUnixFTPEntryParser;
import org.apache.commons.net.ftp.parser.MacOsPeterFTPEntryParser;
import org.apache.commons.net.ftp.parser.NTFTPEntryParser;
import org.apache.commons.net.ftp.parser.NetwareFTPEntryParser;
import org.apache.commons.net.ftp.parser.OS2FTPEntryParser;
import org.apache.commons.net.ftp.parser.OS400FTPEntryParser;
import org.apache.commons.net.ftp.parser.UnixFTPEntryParser;
import org.apache.commons.net.ftp.parser.VMSFTPEntryParser;
import org.jspecify.annotations.Nullable;

/**
 * The library's parsers in the order in which a line is offered to them. Each is made when a line first gets to it, as
 * that takes longer than most lines, and then used for all: they keep nothing from one line to the next. For one thread
 * at a time.
 */
final class ListingSystems {
    private final List<Supplier<FTPFileEntryParser>> makers = List.of(
            () -> new UnixFTPEntryParser(config(FTPClientConfig.SYST_UNIX)),
            () -> new UnixFTPEntryParser(isoDates()),
            () -> new NTFTPEntryParser(config(FTPClientConfig.SYST_NT)),
            () -> new VMSFTPEntryParser(config(FTPClientConfig.SYST_VMS)),
            () -> new NetwareFTPEntryParser(config(FTPClientConfig.SYST_NETWARE)),
            () -> new MacOsPeterFTPEntryParser(config(FTPClientConfig.SYST_MACOS_PETER)),
            () -> new OS400FTPEntryParser(config(FTPClientConfig.SYST_OS400)),
            () -> new OS2FTPEntryParser(config(FTPClientConfig.SYST_OS2)),
            Enterprise::new);
    private final List<FTPFileEntryParser> made = new ArrayList<>(makers.size());

    /**
     * The library's pattern of this system lets columns touch, so that it tries each way to cut a line into five: half
     * a minute for one without a blank.
     */
    private static final class Enterprise extends EnterpriseUnixFTPEntryParser {
        private static final Pattern COLUMNS = Pattern.compile(
                "[A-Z-]{10}\\S{0,16}+(?:\\s++\\S{1,16}+){2}" + "(?:\\s++\\d{1,19}+){2}\\s++\\p{Alpha}{3}\\s.*+");

        @Override
        public @Nullable FTPFile parseFTPEntry(String entry) {
            return COLUMNS.matcher(entry).matches() ? super.parseFTPEntry(entry) : null;
        }
    }

    ListingSystems() {}

    int count() {
        return makers.size();
    }

    FTPFileEntryParser get(int index) {
        while (made.size() <= index) {
            made.add(makers.get(made.size()).get());
        }
        return made.get(index);
    }

    /** The times of a listing are those of the clock on the wall there: no zone may shift them (R-FTP-9). */
    private static FTPClientConfig config(String system) {
        FTPClientConfig config = new FTPClientConfig(system);
        config.setServerTimeZoneId("UTC");
        return config;
    }

    private static FTPClientConfig isoDates() {
        FTPClientConfig config = new FTPClientConfig(FTPClientConfig.SYST_UNIX, "yyyy-MM-dd HH:mm", null);
        config.setServerTimeZoneId("UTC");
        return config;
    }
}
