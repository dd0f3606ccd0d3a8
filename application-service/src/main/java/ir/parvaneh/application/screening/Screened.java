package ir.parvaneh.application.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.chassis.refusal.Refusal;
import java.util.Map;

/** What came of screening a file. */
public sealed interface Screened {

    /** Nothing speaks against it. */
    record Passed(Traits traits) implements Screened {}

    /** It is not taken, and why. */
    record Refused(Refusal refusal) implements Screened {}

    /**
     * What was found out about a content.
     *
     * @param type media type by content
     * @param pages of a PDF; 1 for an image; of an archive the sum of its entries
     * @param widthPixels of an image, else null
     * @param heightPixels of an image, else null
     * @param dotsPerInch as an image says itself, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Traits(String type, int pages, Integer widthPixels, Integer heightPixels, Integer dotsPerInch) {

        static Traits of(String type, int pages) {
            return new Traits(type, pages, null, null, null);
        }
    }

    static Screened passed(Traits traits) {
        return new Passed(traits);
    }

    static Screened refused(String code) {
        return new Refused(new Refusal(code));
    }

    static Screened refused(String code, Map<String, Object> details) {
        return new Refused(new Refusal(code, details));
    }
}
