package ir.parvaneh.district.commission;

import ir.parvaneh.iran.PersonalData;
import java.util.regex.Pattern;

/** People are named by ids that travel in events; what names a person to the world may not pass for one. */
final class People {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private People() {}

    static boolean isOpaque(String id) {
        return SHAPE.matcher(id).matches() && isImpersonal(id);
    }

    static boolean isImpersonal(String text) {
        return PersonalData.find(text).isEmpty();
    }
}
