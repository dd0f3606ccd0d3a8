package ir.parvaneh.application.document;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.iran.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What is asked of reasons: a code and a text, and no person in the text. */
public final class Reasons {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST = 500;

    private Reasons() {}

    public static boolean isGiven(Reason reason) {
        return reason != null
                && reason.code() != null
                && CODE.matcher(reason.code()).matches()
                && reason.text() != null
                && !reason.text().isBlank()
                && reason.text().length() <= LONGEST;
    }

    /** Refuses with {@code personal-data-in-text} what names a person, and with {@code reasons-required} half reasons. */
    public static Optional<Refusal> personal(List<Reason> reasons) {
        if (!reasons.stream().allMatch(Reasons::isGiven)) {
            return Optional.of(new Refusal("reasons-required"));
        }
        List<Fault> faults = IntStream.range(0, reasons.size())
                .filter(i -> !PersonalData.find(reasons.get(i).text()).isEmpty())
                .mapToObj(i -> new Fault("/reasons/" + i + "/text", "personal-data-in-text"))
                .toList();
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal("personal-data-in-text", Map.of(), faults));
    }
}
