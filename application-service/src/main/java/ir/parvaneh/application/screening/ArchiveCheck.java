package ir.parvaneh.application.screening;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An archive is taken when all of its entries would be: few, of modest size when unpacked, within their folder, each a
 * paper in itself. What an entry claims to be is not believed: bytes are counted while they are unpacked, one entry at a
 * time, to a file that is removed at once. Archives in archives are not opened.
 */
final class ArchiveCheck {

    private static final int PART = 64 * 1024;

    private final ScreeningPolicy policy;

    ArchiveCheck(ScreeningPolicy policy) {
        this.policy = policy;
    }

    /** @param screen what one unpacked entry is screened by */
    Screened check(Path file, String type, Function<Path, Screened> screen) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.size() > policy.archiveEntries()) {
                return Screened.refused("archive-too-many-entries", Map.of("most", policy.archiveEntries()));
            }
            List<? extends ZipEntry> entries = archive.stream().toList();
            Screened listed = listed(entries);
            return listed instanceof Screened.Refused ? listed : unpacked(archive, entries, file, type, screen);
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            return Screened.refused(isEncrypted(broken) ? "archive-encrypted" : "archive-broken");
        }
    }

    /** The runtime refuses locked entries as soon as they are opened. */
    private static boolean isEncrypted(Exception broken) {
        return String.valueOf(broken.getMessage()).contains("encrypt");
    }

    private static Screened listed(List<? extends ZipEntry> entries) {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : entries) {
            if (FileNames.escapes(entry.getName())) {
                return Screened.refused("zip-slip");
            }
            if (!names.add(entry.getName())) {
                return Screened.refused("archive-broken");
            }
        }
        return entries.stream().allMatch(ZipEntry::isDirectory)
                ? Screened.refused("archive-broken")
                : Screened.passed(Screened.Traits.of("", 0));
    }

    private Screened unpacked(
            ZipFile archive, List<? extends ZipEntry> entries, Path file, String type, Function<Path, Screened> screen)
            throws IOException {
        long budget = Math.min(policy.unpackedBytes(), Files.size(file) * policy.archiveRatio());
        int pages = 0;
        Path unpacked = Files.createTempFile("entry-", ".part");
        try {
            for (ZipEntry entry : entries) {
                budget -= unpack(archive, entry, unpacked, budget);
                if (budget < 0) {
                    return Screened.refused("zip-bomb");
                }
                switch (entry.isDirectory() ? Screened.passed(Screened.Traits.of("", 0)) : screen.apply(unpacked)) {
                    case Screened.Refused refused -> {
                        return refused;
                    }
                    case Screened.Passed(Screened.Traits traits) -> pages += traits.pages();
                }
            }
            return Screened.passed(Screened.Traits.of(type, pages));
        } finally {
            Files.delete(unpacked);
        }
    }

    /** How many bytes came out; more than allowed as soon as one is. */
    private static long unpack(ZipFile archive, ZipEntry entry, Path to, long allowed) throws IOException {
        byte[] part = new byte[PART];
        long all = 0;
        try (InputStream in = archive.getInputStream(entry);
                OutputStream out = Files.newOutputStream(to)) {
            for (int read = in.read(part); read >= 0 && all <= allowed; read = in.read(part)) {
                all += read;
                out.write(part, 0, read);
            }
        }
        return all;
    }
}
