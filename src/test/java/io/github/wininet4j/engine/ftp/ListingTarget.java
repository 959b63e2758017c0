package io.github.wininet4j.engine.ftp;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/** Listings: each line gives an entry or none, and no name leads out of its folder. */
public final class ListingTarget implements FuzzTarget {
    private static final Pattern MARKUP = Pattern.compile("[<>]");
    private static final Pattern LINK = Pattern.compile("a href=\"[^\"]*\"");

    /** Made once, as they are for all lines of a listing. */
    private final ListingSystems systems = new ListingSystems();

    /** Creates the target. */
    public ListingTarget() {}

    @Override
    public String run(byte[] input) {
        ListingParser parser = new ListingParser(ZoneOffset.UTC, systems);
        boolean any = false;
        for (String line : FuzzText.of(input).split("\n", -1)) {
            ListingEntry entry = parser.parse(line);
            if (entry != null) {
                any = true;
                check(ListingEntry.isSafeName(entry.name()), "a safe name");
                check(entry.size() >= 0, "a size");
                entry.fill(new WIN32_FIND_DATA());
                check(isOneLink(FolderPage.line("/", entry)), "one link in the page of a folder");
            }
        }
        return any ? "entries" : "no entry";
    }

    /** What a name says must not become markup. */
    private static boolean isOneLink(String line) {
        String[] parts = MARKUP.split(line, -1);
        return parts.length == 5 && LINK.matcher(parts[1]).matches() && parts[3].equals("/a");
    }

    @Override
    public List<String> words() {
        return List.of(
                "drwxr-xr-x 2 me us 4096 Jan 02  2020 ",
                "-rw-r--r-- ",
                "01-15-20  02:30PM       <DIR>          ",
                "type=file;size=1;modify=20200101000000; ",
                "type=os.",
                "+i1,m1,r,s1,\t",
                "A.TXT;1                9/18         2-JAN-2020 11:24:18   [G,S]   (RWED,RWED,RE,)",
                "d [RWCEAFMS] ADMIN 512 Jan 15  2020 ",
                "-C--E-----FTP B QUA1I1      18128       41 Aug 12  2003 ",
                "        ",
                "\n",
                "../",
                " -> ",
                "/",
                "\\",
                ";1");
    }

    @Override
    public List<String> packages() {
        return List.of("engine.ftp");
    }
}
