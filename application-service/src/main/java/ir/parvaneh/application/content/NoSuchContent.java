package ir.parvaneh.application.content;

/** A digest under which nothing is held. */
public final class NoSuchContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchContent(String digest) {
        super("no content is held under " + digest);
    }
}
