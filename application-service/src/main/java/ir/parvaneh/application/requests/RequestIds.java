package ir.parvaneh.application.requests;

/**
 * Ids of applications about a permit: the permit's id, a bar and some letters. So the permit that reads such an
 * application follows from its id alone.
 */
public final class RequestIds {

    private static final char BAR = '_';
    private static final int LETTERS = 12;

    private RequestIds() {}

    /** @param id an id nobody else has; its first letters and digits are used */
    public static String about(String permitId, String id) {
        return permitId + BAR + id.replace("-", "").substring(0, LETTERS);
    }

    /** The permit an application is about; null when it is about none. */
    public static String permitOf(String id) {
        int bar = id.lastIndexOf(BAR);
        return bar < 1 ? null : id.substring(0, bar);
    }
}
