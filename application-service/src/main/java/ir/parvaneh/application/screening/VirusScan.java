package ir.parvaneh.application.screening;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Looks for what is known to be harmful. Fails closed: a scanner that does not answer lets nothing pass. */
public interface VirusScan {

    /**
     * The name of what was found, or empty. Reads the content once, part by part.
     *
     * @throws TooLarge when the scanner takes no content of this size, now or later
     * @throws IOException when the scanner is away or does not understand: nothing is known about the content then
     */
    Optional<String> find(InputStream content) throws IOException;

    /** The content is more than the scanner takes. */
    final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String answer) {
            super("the virus scanner answered: " + answer);
        }
    }
}
