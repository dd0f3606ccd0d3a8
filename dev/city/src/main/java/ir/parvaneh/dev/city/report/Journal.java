package ir.parvaneh.dev.city.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients were told, line by line, appended after each acknowledgement: a resumed replay reads it, and so does
 * whoever wants to check that nothing acknowledged was lost. The first line names the run; a torn last line is ignored.
 */
public final class Journal implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * One acknowledged step.
     *
     * @param run names the run: idempotency keys follow from it
     * @param permit the record's key, null on the first line
     * @param action {@code begin}, the action's name, {@code accept-visit}, or {@code ended} with the outcome in status
     * @param application the file's id
     * @param opening of the task decided on, 0 for others
     * @param signature 1 for the first signature, 2 for the second
     * @param last whether this was the signature that asks the file to move
     * @param status the answer's status as sent
     * @param etag the answer's ETag or null
     * @param key the idempotency key sent
     */
    public record Line(
            String run,
            String permit,
            String action,
            String application,
            long opening,
            int signature,
            boolean last,
            String status,
            String etag,
            String key) {}

    private final Path file;
    private final String run;
    private final BufferedWriter out;

    private Journal(Path file, String run, BufferedWriter out) {
        this.file = file;
        this.run = run;
        this.out = out;
    }

    /** Starts a journal over. */
    public static Journal fresh(Path file, String run) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Journal journal = new Journal(file, run, Files.newBufferedWriter(file));
            journal.write(new Line(run, null, "run", null, 0, 0, false, null, null, null));
            return journal;
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    /** Goes on with a journal; its last line is ended first should it be torn. */
    public static Journal resumed(Path file, String run) {
        try {
            BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
            out.newLine();
            return new Journal(file, run, out);
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    /** All whole lines of a journal, none when there is no such file. */
    public static List<Line> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Line> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                addWhole(lines, line);
            }
            return lines;
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    private static void addWhole(List<Line> lines, String line) {
        try {
            if (!line.isBlank()) {
                lines.add(JSON.readValue(line, Line.class));
            }
        } catch (JacksonException torn) {
            System.err.println("a torn line of the journal is ignored");
        }
    }

    /** Appends a line and hands it to the operating system, so that a killed driver forgets nothing it was told. */
    public synchronized void write(Line line) {
        try {
            out.write(JSON.writeValueAsString(line));
            out.newLine();
            out.flush();
        } catch (IOException accident) {
            throw new UncheckedIOException("the journal " + file + " cannot be written", accident);
        }
    }

    public String run() {
        return run;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }
}
