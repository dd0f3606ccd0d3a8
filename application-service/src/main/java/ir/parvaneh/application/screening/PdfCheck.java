package ir.parvaneh.application.screening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A PDF is taken when it is nothing but pages: open to everybody, without scripts, without actions that start or send
 * something, without files inside. Every object of the document is looked at, reachable or not; names are compared as
 * the parser decodes them, so that writing them in hex hides nothing.
 */
final class PdfCheck {

    private static final Set<String> SCRIPTS = Set.of("JavaScript", "Rendition");
    private static final Set<String> LAUNCHES = Set.of("Launch", "ImportData", "SubmitForm", "GoToE", "Movie", "Sound");
    private static final Set<String> CARRIERS = Set.of("FileAttachment", "RichMedia", "3D", "Screen");

    private final ScreeningPolicy policy;

    PdfCheck(ScreeningPolicy policy) {
        this.policy = policy;
    }

    /** Parses from the file, with its scratch on disk. */
    Screened check(Path file, String type) throws IOException {
        return switch (PdfStreams.measure(policy, file)) {
            case MODEST -> parsed(file, type);
            case TOO_MANY_NUMBERS -> Screened.refused("pdf-too-complex", Map.of("most", policy.pdfNumbers()));
            case TOO_LARGE -> Screened.refused("pdf-bomb");
        };
    }

    private Screened parsed(Path file, String type) {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            return judged(document, type);
        } catch (InvalidPasswordException locked) {
            return Screened.refused("pdf-encrypted");
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return Screened.refused("pdf-broken");
        } catch (OutOfMemoryError large) {
            return Screened.refused("pdf-too-complex", Map.of("most", policy.pdfObjects()));
        }
    }

    private Screened judged(PDDocument document, String type) {
        COSDocument objects = document.getDocument();
        if (document.isEncrypted() || objects.isEncrypted()) {
            return Screened.refused("pdf-encrypted");
        }
        if (objects.getXrefTable().size() > policy.pdfObjects()) {
            return Screened.refused("pdf-too-complex", Map.of("most", policy.pdfObjects()));
        }
        return danger(objects).map(Screened::refused).orElseGet(() -> counted(document.getNumberOfPages(), type));
    }

    private Screened counted(int pages, String type) {
        if (pages < 1) {
            return Screened.refused("pdf-broken");
        }
        return pages > policy.pages()
                ? Screened.refused("pdf-too-many-pages", Map.of("most", policy.pages()))
                : Screened.passed(Screened.Traits.of(type, pages));
    }

    private static Optional<String> danger(COSDocument objects) {
        Optional<String> inTrailer = danger(objects.getTrailer());
        if (inTrailer.isPresent()) {
            return inTrailer;
        }
        for (COSObjectKey key : objects.getXrefTable().keySet()) {
            Optional<String> found = danger(objects.getObjectFromPool(key).getObject());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Looks into what is written inside an object; what it refers to is an object of its own. */
    private static Optional<String> danger(COSBase object) {
        Deque<COSBase> open = new ArrayDeque<>();
        push(open, object);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case COSDictionary dictionary -> {
                    Optional<String> found = dangerOf(dictionary);
                    if (found.isPresent()) {
                        return found;
                    }
                    dictionary.getValues().forEach(value -> push(open, value));
                }
                case COSArray array -> array.forEach(value -> push(open, value));
                default -> {
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    private static void push(Deque<COSBase> open, COSBase object) {
        if (object != null) {
            open.push(object);
        }
    }

    private static Optional<String> dangerOf(COSDictionary dictionary) {
        String action = name(dictionary, COSName.S);
        if (SCRIPTS.contains(action) || has(dictionary, "XFA") || has(dictionary, "JavaScript")) {
            return Optional.of("pdf-scripted");
        }
        if (LAUNCHES.contains(action)) {
            return Optional.of("pdf-launches");
        }
        boolean carries = "EmbeddedFile".equals(name(dictionary, COSName.TYPE))
                || CARRIERS.contains(name(dictionary, COSName.SUBTYPE))
                || has(dictionary, "EmbeddedFiles")
                || has(dictionary, "EF");
        return carries ? Optional.of("pdf-embeds-files") : Optional.empty();
    }

    private static String name(COSDictionary dictionary, COSName key) {
        String name = dictionary.getNameAsString(key);
        return name == null ? "" : name;
    }

    private static boolean has(COSDictionary dictionary, String key) {
        return dictionary.getDictionaryObject(COSName.getPDFName(key)) != null;
    }
}
