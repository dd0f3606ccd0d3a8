package ir.parvaneh.application.filing;

import ir.parvaneh.iran.Mobile;
import ir.parvaneh.iran.NationalId;
import java.util.regex.Pattern;

/** Ids travel in events, so what names a person to the world may not pass for one. */
final class Ids {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private Ids() {}

    static boolean isOpaque(String id) {
        return SHAPE.matcher(id).matches()
                && !NationalId.parse(id).isValid()
                && !Mobile.parse(id).isValid();
    }
}
