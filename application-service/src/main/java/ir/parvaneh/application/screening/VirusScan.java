package ir.parvaneh.application.screening;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Looks for what is known to be harmful. Fails closed: a scanner that does not answer lets nothing pass. */
public interface VirusScan {

    /**
     * The name of what was found, or empty. Reads the content once, part by part.
     *
     * @throws IOException when the scanner is away or does not understand: nothing is known about the content then
     */
    Optional<String> find(InputStream content) throws IOException;
}
