package ir.parvaneh.dev.allinone;

/** A part of the city did not start; says which and why in one sentence. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailed(String part, Throwable cause) {
        super(part + " could not start: " + deepest(cause), cause);
    }

    private static String deepest(Throwable cause) {
        Throwable last = cause;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getMessage() == null ? last.toString() : last.getMessage();
    }
}
