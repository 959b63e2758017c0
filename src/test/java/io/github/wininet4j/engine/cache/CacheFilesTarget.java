package io.github.wininet4j.engine.cache;

import static io.github.wininet4j.fuzz.Property.check;

import io.github.wininet4j.fuzz.FuzzTarget;
import io.github.wininet4j.fuzz.FuzzText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The small files of the cache: settings, groups and containers. */
public final class CacheFilesTarget implements FuzzTarget {
    /** Creates the target. */
    public CacheFilesTarget() {}

    @Override
    public String run(byte[] input) {
        CacheSettings.Values values = CacheSettings.parse(new String(input, StandardCharsets.US_ASCII));
        if (values != null) {
            check(
                    values.equals(CacheSettings.parse(values.quota() + " " + values.syncMode())),
                    "settings that are read as they were written");
        }
        CacheGroups.Group group = CacheGroups.parse(input);
        if (group != null) {
            check(group.storage().size() == 4 && group.name().length() <= input.length / 2, "a group");
        }
        CacheContainers.Container container = CacheContainers.parse(input);
        if (container != null) {
            check(!container.prefix().isEmpty(), "a container of something");
        }
        return (container == null ? "" : "container, ")
                + (values == null ? "no settings" : "settings")
                + (group == null ? "" : ", group");
    }

    @Override
    public List<String> words() {
        return List.of(
                "52428800",
                "\0\1n\0\2p:\0\0\0\0\0\0\0\0\0\0",
                " ",
                "4",
                "-1",
                "0",
                "\0\0\0\1",
                "\0a",
                "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                FuzzText.of(new byte[] {(byte) 0xD8, 0}));
    }

    @Override
    public List<String> packages() {
        return List.of("engine.cache");
    }
}
