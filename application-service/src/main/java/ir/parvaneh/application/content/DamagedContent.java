package ir.parvaneh.application.content;

/** The bytes are not those the digest stands for. */
public final class DamagedContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedContent(String digest) {
        super("the content is not that of " + digest);
    }
}
