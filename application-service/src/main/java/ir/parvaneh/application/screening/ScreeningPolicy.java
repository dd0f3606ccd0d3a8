package ir.parvaneh.application.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * The limits of screening, from {@code policies/screening.yaml}, where each stands with its mark.
 *
 * @param nameCharacters longest name of a file
 * @param pages most pages of a PDF
 * @param pdfObjects most objects of a PDF
 * @param pdfNumbers most numbers in a PDF outside of what is packed
 * @param pdfStructureMib most MiB that the streams of a PDF's own structure become
 * @param megapixels most pixels of an image, in millions
 * @param archiveEntries most entries of an archive
 * @param archiveRatio how many times larger than packed an archive may become
 * @param archiveUnpackedMib most an archive may become, in MiB
 * @param types media types taken
 * @param programs beginnings of media types that are programs
 */
public record ScreeningPolicy(
        int nameCharacters,
        int pages,
        int pdfObjects,
        int pdfNumbers,
        int pdfStructureMib,
        int megapixels,
        int archiveEntries,
        int archiveRatio,
        int archiveUnpackedMib,
        List<String> types,
        List<String> programs) {

    private static final String POLICY = "policies/screening.yaml";

    public ScreeningPolicy {
        types = List.copyOf(types);
        programs = List.copyOf(programs);
    }

    public static ScreeningPolicy load() {
        try (InputStream in = ScreeningPolicy.class.getClassLoader().getResourceAsStream(POLICY)) {
            Map<String, Map<String, Object>> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            Map<String, Object> values = new HashMap<>();
            written.forEach((name, entry) -> values.put(name, entry.get("value")));
            return JsonMapper.shared().convertValue(values, ScreeningPolicy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pixels() {
        return megapixels * 1_000_000L;
    }

    long pdfStructureBytes() {
        return pdfStructureMib * 1024L * 1024L;
    }

    long unpackedBytes() {
        return archiveUnpackedMib * 1024L * 1024L;
    }
}
