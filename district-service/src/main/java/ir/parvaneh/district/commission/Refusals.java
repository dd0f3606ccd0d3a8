package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.process.Decision;
import ir.parvaneh.process.Wording;
import java.util.List;
import java.util.Map;

/** The judge's no in the words of the border. */
final class Refusals {
    private Refusals() {}

    static Refusal of(Decision.Refused refused) {
        Titles sentence = titles(refused.sentence());
        return switch (refused.code()) {
            case ILLEGAL_IN_STAGE -> illegal(refused.allowed());
            case FILE_ENDED -> new Refusal("file-ended", Map.of("allowed", List.of()));
            case GUARD_REFUSED -> guard(refused.guard(), refused.sentence());
            case NOT_YOUR_ACTION -> new Refusal("forbidden");
            case STALE_TASK,
                    SEPARATION_OF_DUTIES,
                    SIGNATURES_OUT_OF_ORDER,
                    REASONS_REQUIRED,
                    WRONG_EVIDENCE,
                    NOT_LATE_YET -> new Refusal(refused.code().wire(), Map.of("sentence", sentence));
        };
    }

    static Refusal illegal(List<String> allowed) {
        return new Refusal("illegal-in-stage", Map.of("allowed", allowed));
    }

    static Refusal guard(String name, Wording why) {
        Titles sentence = titles(why);
        return new Refusal("guard-refused", Map.of("sentence", sentence, "guard", name, "why", sentence));
    }

    static Refusal at(String code, String pointer) {
        return new Refusal(code, Map.of(), List.of(new Fault(pointer, code)));
    }

    static Titles titles(Wording wording) {
        return new Titles(wording.fa(), wording.en());
    }
}
