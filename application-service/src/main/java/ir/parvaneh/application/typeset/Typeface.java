package ir.parvaneh.application.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The faces of Vazirmatn that papers are set in (SIL Open Font License 1.1, {@code typeset/OFL.txt}). */
public enum Typeface {
    REGULAR("typeset/Vazirmatn-Regular.ttf"),
    BOLD("typeset/Vazirmatn-Bold.ttf");

    private final byte[] file;

    Typeface(String path) {
        file = shipped(path);
    }

    byte[] file() {
        return file;
    }

    /** A file that is shipped with this package. */
    static byte[] shipped(String path) {
        try (InputStream in = Typeface.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not shipped with the service");
            }
            return in.readAllBytes();
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }
}
