package ir.parvaneh.dev.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Test data with a heading: lines that begin with # are remarks. */
record Table(List<Map<String, String>> rows) {

    /** @param separator a character that stands in no cell */
    static Table read(String name, String separator) {
        List<List<String>> lines = text("/acceptance/" + name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split(separator, -1))
                        .map(String::strip)
                        .toList())
                .toList();
        List<String> heading = lines.getFirst();
        return new Table(
                lines.stream().skip(1).map(cells -> row(name, heading, cells)).toList());
    }

    private static Map<String, String> row(String name, List<String> heading, List<String> cells) {
        if (cells.size() != heading.size()) {
            throw new IllegalStateException(name + ": a line has " + cells.size() + " cells: " + cells);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(heading.get(i), cells.get(i));
        }
        return row;
    }

    static String text(String resource) {
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }
}
