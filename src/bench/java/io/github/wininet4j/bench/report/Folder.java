package io.github.wininet4j.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A folder of results: {@code RESULTS.md} with its plots, all cells of all tables as CSV and JSON, and all samples. */
public final class Folder {
    private static final String STEPS = "\n## Steps\n";

    private final Path folder;
    private final String preface;

    /**
     * Prepares a folder.
     *
     * @param folder where
     * @param preface the text before the first table
     */
    public Folder(Path folder, String preface) {
        this.folder = folder;
        this.preface = preface;
    }

    /**
     * Writes all results, over those of an earlier run.
     *
     * @param chapters the results
     * @param data whether to write CSV and JSON too
     * @throws IOException if it cannot be written
     */
    public void write(List<Chapter> chapters, boolean data) throws IOException {
        Files.createDirectories(folder.resolve("plots"));
        StringBuilder page = new StringBuilder("# Results of the benchmarks\n\n").append(preface);
        List<String> csv = new ArrayList<>(List.of("chapter,row,column,value"));
        List<String> json = new ArrayList<>();
        for (Chapter chapter : chapters) {
            page.append(markdown(chapter));
            if (chapter.plot() != null) {
                Files.writeString(folder.resolve("plots").resolve(chapter.id() + ".svg"), chapter.plot());
            }
            for (List<String> row : chapter.rows()) {
                json.add(json(chapter, row));
                for (int i = 1; i < row.size(); i++) {
                    csv.add(cell(chapter.id()) + "," + cell(row.get(0)) + ","
                            + cell(chapter.columns().get(i)) + "," + cell(row.get(i)));
                }
            }
        }
        Path file = folder.resolve("RESULTS.md");
        Files.writeString(file, page + steps(file));
        if (data) {
            Files.write(folder.resolve("results.csv"), csv);
            writeJson("results.json", json);
            writeJson(
                    "samples.json",
                    chapters.stream().flatMap(c -> c.raw().stream()).toList());
        }
    }

    /** What people wrote below the figures stays. */
    private static String steps(Path file) throws IOException {
        String old = Files.exists(file) ? Files.readString(file) : "";
        int start = old.indexOf(STEPS);
        return start < 0 ? "" : old.substring(start);
    }

    private void writeJson(String name, List<String> objects) throws IOException {
        Files.writeString(folder.resolve(name), "[\n" + String.join(",\n", objects) + "\n]\n");
    }

    private static String markdown(Chapter chapter) {
        StringBuilder text = new StringBuilder("\n## " + chapter.title() + "\n\n");
        if (!chapter.note().isEmpty()) {
            text.append(chapter.note()).append("\n\n");
        }
        text.append(line(chapter.columns()));
        text.append(line(chapter.columns().stream()
                .map(c -> c.equals(chapter.columns().get(0)) ? "---" : "---:")
                .toList()));
        chapter.rows().forEach(row -> text.append(line(row)));
        if (chapter.plot() != null) {
            text.append("\n![").append(chapter.title()).append("](plots/");
            text.append(chapter.id()).append(".svg)\n");
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(String text) {
        return text.matches("[^,\"]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String json(Chapter chapter, List<String> row) {
        StringBuilder text = new StringBuilder("  {\"chapter\": " + quoted(chapter.id()));
        for (int i = 0; i < row.size(); i++) {
            text.append(", ").append(quoted(chapter.columns().get(i))).append(": ");
            String plain = row.get(i).replace(",", "");
            text.append(plain.matches("-?\\d+(\\.\\d+)?") ? plain : quoted(row.get(i)));
        }
        return text.append('}').toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
