package ir.parvaneh.application.screening;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Looks at a file before it is taken for a paper: for viruses, for what it is by its content, then for what its kind can
 * do. Reads part by part; blocking, so not for event loops.
 */
public final class Screening {

    private static final String PDF = "application/pdf";
    private static final String ZIP = "application/zip";
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private final ScreeningPolicy policy;
    private final VirusScan viruses;
    private final PdfCheck pdfs;
    private final ArchiveCheck archives;

    public Screening(ScreeningPolicy policy, VirusScan viruses) {
        this.policy = policy;
        this.viruses = viruses;
        this.pdfs = new PdfCheck(policy);
        this.archives = new ArchiveCheck(policy);
    }

    public ScreeningPolicy policy() {
        return policy;
    }

    /**
     * Screens a file.
     *
     * @param types the media types this kind of paper may have; empty for all that the policy takes
     * @throws IOException when the file cannot be read or the virus scanner is away: then nothing is known
     */
    public Screened screen(Path file, List<String> types) throws IOException {
        return screened(file, types, true);
    }

    private Screened screened(Path file, List<String> types, boolean mayBeArchive) throws IOException {
        if (Files.size(file) == 0) {
            return Screened.refused("upload-empty");
        }
        Optional<Screened> harmful = scanned(file);
        if (harmful.isPresent()) {
            return harmful.get();
        }
        String type = typeOf(file);
        if (policy.programs().stream().anyMatch(type::startsWith)) {
            return Screened.refused("content-executable");
        }
        if (type.equals(ZIP) && !mayBeArchive) {
            return Screened.refused("archive-nested");
        }
        List<String> taken = types.isEmpty() || !mayBeArchive ? policy.types() : types;
        return taken.contains(type)
                ? byKind(file, type)
                : Screened.refused("type-not-allowed", Map.of("type", type, "allowed", taken));
    }

    /** What the virus scanner has against it, or empty. */
    private Optional<Screened> scanned(Path file) throws IOException {
        try {
            return virusIn(file).map(virus -> Screened.refused("virus-found", Map.of("signature", virus)));
        } catch (VirusScan.TooLarge tooLarge) {
            return Optional.of(Screened.refused("too-large-to-scan"));
        }
    }

    private Optional<String> virusIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return viruses.find(in);
        }
    }

    private static String typeOf(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return TYPES.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    private Screened byKind(Path file, String type) throws IOException {
        return switch (type) {
            case PDF -> pdfs.check(file, type);
            case ZIP -> archives.check(file, type, this::entry);
            case "image/png", "image/jpeg" -> image(file, type);
            default -> Screened.passed(Screened.Traits.of(type, 1));
        };
    }

    private Screened entry(Path unpacked) {
        try {
            return screened(unpacked, List.of(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Screened image(Path file, String type) {
        try {
            ImageHeader header = ImageHeader.of(file);
            long pixels = Math.multiplyExact(header.width(), header.height());
            if (pixels == 0) {
                return Screened.refused("image-broken");
            }
            return pixels > policy.pixels()
                    ? Screened.refused("image-too-large", Map.of("most", policy.megapixels()))
                    : Screened.passed(traits(type, header));
        } catch (IOException | ArithmeticException broken) {
            return Screened.refused("image-broken");
        }
    }

    private static Screened.Traits traits(String type, ImageHeader header) {
        return new Screened.Traits(type, 1, (int) header.width(), (int) header.height(), header.dotsPerInch());
    }
}
