package io.github.wininet4j.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names the files that bodies are saved to. */
final class OutputFiles {
    /** File systems allow 255 bytes; this leaves room for what is added. */
    private static final int MAX_NAME = 200;

    private OutputFiles() {}

    /**
     * Names one file for each request: the given one for a single request, else one in the given folder, named after
     * the URL.
     *
     * @param urls the URLs, one for each request
     * @param output the file or folder
     * @param overwrite whether files may exist
     * @return the targets, in the order of the URLs
     * @throws UsageException if a file exists that must not be overwritten, or the folder cannot be made
     */
    static List<BodyTarget> plan(List<String> urls, Path output, boolean overwrite) {
        List<Path> files = urls.size() == 1 && !Files.isDirectory(output)
                ? List.of(output.toAbsolutePath())
                : inFolder(urls, output.toAbsolutePath());
        List<BodyTarget> targets = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                throw new UsageException("a folder is in the way: " + file);
            }
            if (!overwrite && Files.exists(file)) {
                throw new UsageException(file + " exists; --force overwrites it");
            }
            targets.add(new FileTarget(file, overwrite));
        }
        return targets;
    }

    private static List<Path> inFolder(List<String> urls, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException("--output: cannot make the folder " + folder + ": " + e);
        }
        Set<String> taken = new HashSet<>();
        Map<String, Integer> copies = new HashMap<>();
        List<Path> files = new ArrayList<>();
        for (String url : urls) {
            String name = fileName(url);
            String free = name;
            while (!taken.add(free)) {
                free = name + "." + copies.merge(name, 2, (n, two) -> n + 1);
            }
            files.add(folder.resolve(free));
        }
        return files;
    }

    /** The last part of the path, of harmless characters only. */
    static String fileName(String url) {
        String path;
        try {
            path = URI.create(url).getPath();
        } catch (IllegalArgumentException e) {
            path = url;
        }
        String last = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        String name = last.replaceAll("[^A-Za-z0-9._-]", "_");
        String shown = name.isEmpty() || name.startsWith(".") ? "index" + name : name;
        return shown.substring(0, Math.min(shown.length(), MAX_NAME));
    }
}
