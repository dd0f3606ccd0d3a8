package ir.parvaneh.dev.city.records;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads a permit log, plain or gzipped, and says of every record whether it can be replayed. */
public final class LogReader {
    private LogReader() {}

    /** Reads the file; whatever is wrong with it is part of the answer, never an exception. */
    public static PermitLog read(Path file) {
        String name = file.getFileName().toString();
        try {
            return read(name, Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            return new PermitLog.Unreadable(name, "there is no such file");
        } catch (IOException accident) {
            return new PermitLog.Unreadable(name, "it cannot be read: " + accident.getMessage());
        }
    }

    static PermitLog read(String name, byte[] bytes) throws IOException {
        byte[] plain = isGzip(bytes) ? unpacked(bytes) : bytes;
        if (plain.length == 0) {
            return new PermitLog.Unreadable(name, "it is empty");
        }
        Optional<String> text = text(plain);
        if (text.isEmpty()) {
            return new PermitLog.Unreadable(name, "it is not text in UTF-8 but something binary");
        }
        List<List<String>> rows = Csv.rows(text.get());
        return rows.isEmpty() ? new PermitLog.Unreadable(name, "it holds no line") : log(name, rows);
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static PermitLog log(String name, List<List<String>> rows) {
        List<String> header = rows.getFirst().stream().map(String::strip).toList();
        Optional<Format> format = Format.of(header);
        if (format.isEmpty()) {
            return new PermitLog.Unreadable(name, "its columns are of no permit log known here: " + shortened(header));
        }
        List<String> unknown = format.get().unknownAmong(header);
        if (!unknown.isEmpty()) {
            return new PermitLog.Unreadable(name, "it has unknown columns: " + shortened(unknown));
        }
        return new Judge(name, format.get(), header).judge(byPermit(header, rows.subList(1, rows.size())));
    }

    private static String shortened(List<String> columns) {
        String all = String.join(", ", columns);
        return all.length() <= 120 ? all : all.substring(0, 120) + "…";
    }

    private static Map<String, List<List<String>>> byPermit(List<String> header, List<List<String>> rows) {
        int permit = header.indexOf("case");
        Map<String, List<List<String>>> permits = new LinkedHashMap<>();
        for (List<String> row : rows) {
            String key = permit < row.size() ? row.get(permit).strip() : "";
            permits.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return permits;
    }
}
