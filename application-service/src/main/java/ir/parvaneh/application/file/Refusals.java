package ir.parvaneh.application.file;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.process.Decision;
import ir.parvaneh.process.RefusalCode;
import ir.parvaneh.process.Wording;
import java.util.List;
import java.util.Map;

/** The judge's no in the words of the border. */
public final class Refusals {

    private Refusals() {}

    /** What a caller is answered. A guard's sentence is what he reads, in his language. */
    public static Refusal of(Decision.Refused refused) {
        Titles sentence = titles(refused.sentence());
        return switch (refused.code()) {
            case ILLEGAL_IN_STAGE -> illegal(refused.allowed());
            case FILE_ENDED -> new Refusal("file-ended", Map.of("allowed", List.of()));
            case GUARD_REFUSED ->
                new Refusal(code(refused), Map.of("sentence", sentence, "guard", refused.guard(), "why", sentence));
            case NOT_YOUR_ACTION -> new Refusal("forbidden");
            case STALE_TASK,
                    SEPARATION_OF_DUTIES,
                    SIGNATURES_OUT_OF_ORDER,
                    REASONS_REQUIRED,
                    WRONG_EVIDENCE,
                    NOT_LATE_YET -> new Refusal(code(refused), Map.of("sentence", sentence));
        };
    }

    /** An action that is not open, and those that are. */
    public static Refusal illegal(List<String> allowed) {
        return new Refusal("illegal-in-stage", Map.of("allowed", allowed));
    }

    /** The code a desk is told. To a desk a file that has ended is a task that is gone. */
    public static String code(Decision.Refused refused) {
        return refused.code() == RefusalCode.FILE_ENDED
                ? RefusalCode.STALE_TASK.wire()
                : refused.code().wire();
    }

    public static Titles titles(Wording wording) {
        return wording == null ? null : new Titles(wording.fa(), wording.en());
    }
}
