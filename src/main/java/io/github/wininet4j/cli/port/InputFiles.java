package io.github.wininet4j.cli.port;

import io.github.wininet4j.cli.UsageException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads the files that a user names, and those in folders, into a report. */
final class InputFiles {
    /** Sources that people write are shorter by far. */
    private static final long MAX_SOURCE = 16L << 20;

    /** The library itself has all names. */
    private static final String OWN = "wininet.dll";

    private final Catalog catalog = new Catalog();
    private final Report report;

    /**
     * Reads into a report.
     *
     * @param report receives what is found
     */
    InputFiles(Report report) {
        this.report = report;
    }

    /**
     * Reads a file, or all files in a folder and below it, without following links there.
     *
     * @param name the file or folder
     * @throws UsageException if there is none
     */
    void read(String name) {
        Path path = path(name);
        if (Files.isDirectory(path)) {
            List<Path> files = below(path);
            Collections.sort(files);
            files.forEach(file -> read(file, false));
        } else {
            read(path, true);
        }
    }

    private static Path path(String name) {
        try {
            Path path = Path.of(name);
            if (Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new UsageException("no file can have the name " + name);
        }
        throw new UsageException("there is no file or folder " + name);
    }

    private List<Path> below(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            // The folder that is named may itself be a link.
            Path real = folder.toRealPath();
            Files.walkFileTree(real, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        files.add(folder.resolve(real.relativize(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    problem(folder.resolve(real.relativize(file)), e);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problem(folder, e);
        }
        return files;
    }

    private void problem(Path file, IOException e) {
        report.addProblem(file + ": " + e.getClass().getSimpleName() + " " + e.getMessage());
    }

    /** A file that was named is a source in C if nothing else is known; in a folder such a file is left alone. */
    private void read(Path file, boolean named) {
        Language language = Language.of(String.valueOf(file.getFileName()));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (language == null && isProgram(channel)) {
                readProgram(file, channel);
            } else if (language != null || named) {
                readSource(file, channel, language == null ? Language.C : language);
            }
        } catch (IOException e) {
            problem(file, e);
        }
    }

    private static boolean isProgram(SeekableByteChannel channel) throws IOException {
        try {
            return new FileBytes(channel).u16(0) == ('M' | ('Z' << 8));
        } catch (DamagedFileException e) {
            return false;
        }
    }

    private void readProgram(Path file, SeekableByteChannel channel) throws IOException {
        report.addProgram();
        FileBytes bytes = new FileBytes(channel);
        ExecutableReader.Result result = ExecutableReader.read(bytes);
        for (Import taken : result.imports()) {
            Item item = catalog.imported(taken.name());
            Use.How how = taken.delayed() ? Use.How.DELAY_IMPORT : Use.How.IMPORT;
            report.add(new Use(file.toString(), 0, how, taken.name()), item);
        }
        List<String> imported = result.imports().stream().map(Import::name).toList();
        if (!String.valueOf(file.getFileName()).equalsIgnoreCase(OWN)) {
            for (String name : NamesInside.find(bytes, catalog, imported)) {
                report.add(new Use(file.toString(), 0, Use.How.BY_NAME, name), catalog.imported(name));
            }
        }
        if (!result.damage().isEmpty()) {
            report.addProblem(file + ": " + result.damage());
        }
    }

    private void readSource(Path file, SeekableByteChannel channel, Language language) throws IOException {
        if (channel.size() > MAX_SOURCE) {
            report.addProblem(file + ": longer than " + MAX_SOURCE + " bytes");
            return;
        }
        report.addSource();
        String text = SourceText.of(FileBytes.all(channel, MAX_SOURCE));
        try {
            for (SourceReader.Found found : SourceReader.read(file.toString(), text, language, catalog)) {
                report.add(found.use(), found.item());
            }
        } catch (DamagedFileException e) {
            report.addProblem(file + ": " + e.getMessage());
        }
    }
}
