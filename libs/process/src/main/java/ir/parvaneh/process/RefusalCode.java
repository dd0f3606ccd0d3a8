package ir.parvaneh.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an attempt was refused; the wire name is kebab case. */
public enum RefusalCode {
    /** The opening is not an open one. */
    STALE_TASK("این کار دیگر باز نیست.", "This task is no longer open."),
    /** The action does not exist in this stage. */
    ILLEGAL_IN_STAGE("این اقدام در این مرحله ممکن نیست.", "This action is not possible at this stage."),
    /** The actor lacks the role, or the role on this file belongs to somebody else. */
    NOT_YOUR_ACTION("این اقدام با شما نیست.", "This action is not yours to take."),
    /** Somebody would judge what he had a hand in. */
    SEPARATION_OF_DUTIES(
            "هیچ‌کس آنچه را خود تهیه کرده تایید نمی‌کند.", "Nobody approves what he had a hand in preparing."),
    /** Signatures missing, too many, by the same person or out of order. */
    SIGNATURES_OUT_OF_ORDER(
            "امضاها کامل، به ترتیب و از افراد جداگانه نیست.",
            "The signatures are not complete, in order and by different people."),
    REASONS_REQUIRED("دلیل باید نوشته شود: کد و شرح.", "Reasons must be given in writing: a code and a text."),
    /** Evidence is missing, of another kind, or not asked for. */
    WRONG_EVIDENCE("مدرک این اقدام همان نیست که خواسته شده.", "The evidence is not what this action asks for."),
    GUARD_REFUSED("شرط این اقدام برقرار نیست.", "A condition of this action does not hold."),
    FILE_ENDED("این پرونده پایان یافته است.", "This file has come to its end."),
    /** The clock spoke too early, or where no term runs, or has said it already. */
    NOT_LATE_YET(
            "مهلت این مرحله هنوز نگذشته یا گذشت آن ثبت شده است.", "The term is not over yet, or it was said already.");

    private final Wording sentence;

    RefusalCode(String fa, String en) {
        this.sentence = new Wording(fa, en);
    }

    public Wording sentence() {
        return sentence;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static RefusalCode of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
