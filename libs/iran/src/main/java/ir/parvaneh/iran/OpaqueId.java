package ir.parvaneh.iran;

import java.util.regex.Pattern;

/** Ids that travel in events: what names a person to the world may not pass for one. */
public final class OpaqueId {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private OpaqueId() {}

    /** Whether a text can be an id: of plain letters and digits, and neither a national ID nor a mobile number. */
    public static boolean holds(String text) {
        return text != null
                && SHAPE.matcher(text).matches()
                && !NationalId.parse(text).isValid()
                && !Mobile.parse(text).isValid();
    }
}
