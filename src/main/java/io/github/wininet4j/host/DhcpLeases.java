package io.github.wininet4j.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The leases that DHCP clients keep in files: dhclient with the options by name, systemd and NetworkManager by number
 * and in hexadecimal. What cannot be read is as if it were not there.
 */
final class DhcpLeases {
    private static final List<String> BY_NAME = List.of("var/lib/dhcp", "var/lib/dhclient", "var/lib/NetworkManager");
    private static final List<String> BY_NUMBER = List.of("run/systemd/netif/leases", "var/lib/NetworkManager");

    /** No file of leases of a machine is larger. */
    private static final long LARGEST = 1 << 20;

    private static final int MOST_FILES = 256;

    private static final Pattern INTERFACE = Pattern.compile("interface \"([^\"]*)\"");
    private static final Pattern EXPIRY = Pattern.compile("expire \\d (\\S+ \\S+)");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT);

    private final Path root;

    /** Looks at the files below a root. */
    DhcpLeases(Path root) {
        this.root = root;
    }

    List<byte[]> option(int number, Instant now) {
        List<byte[]> found = new ArrayList<>();
        for (String folder : BY_NUMBER) {
            for (String text : files(folder)) {
                addNumbered(text, "OPTION_" + number + "=", found);
            }
        }
        for (String folder : BY_NAME) {
            for (String text : files(folder)) {
                addNamed(text, number, now, found);
            }
        }
        return found;
    }

    private List<String> files(String folder) {
        List<String> texts = new ArrayList<>();
        Path place = root.resolve(folder);
        if (!Files.isDirectory(place)) {
            return texts;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
            for (Path file : files) {
                if (texts.size() < MOST_FILES && Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                    texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Many systems let nobody but their own programs read leases.
        }
        return texts;
    }

    static void addNumbered(String text, String key, List<byte[]> found) {
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(key)) {
                try {
                    found.add(
                            HexFormat.of().parseHex(line.substring(key.length()).strip()));
                } catch (IllegalArgumentException e) {
                    // Nothing that a DHCP client has written.
                }
            }
        }
    }

    /** The last lease of an interface is the one that holds, if it has not expired. */
    static void addNamed(String text, int number, Instant now, List<byte[]> found) {
        Pattern option = Pattern.compile("option (?:unknown-" + number + (number == 252 ? "|wpad(?:-url)?" : "")
                + ") \"((?:[^\"\\\\]|\\\\.)*+)\"");
        Map<String, String> last = new LinkedHashMap<>();
        for (String lease : text.split("(?m)^lease \\{", -1)) {
            Matcher name = INTERFACE.matcher(lease);
            last.put(name.find() ? name.group(1) : "", lease);
        }
        for (String lease : last.values()) {
            Matcher value = option.matcher(lease);
            if (value.find() && holds(lease, now)) {
                try {
                    found.add(value.group(1).translateEscapes().getBytes(StandardCharsets.ISO_8859_1));
                } catch (IllegalArgumentException e) {
                    // Nothing that a DHCP client has written.
                }
            }
        }
    }

    private static boolean holds(String lease, Instant now) {
        Matcher expiry = EXPIRY.matcher(lease);
        try {
            return !expiry.find()
                    || LocalDateTime.parse(expiry.group(1).replace(";", ""), UTC)
                            .toInstant(ZoneOffset.UTC)
                            .isAfter(now);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
