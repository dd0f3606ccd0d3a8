package ir.parvaneh.application.completion;

import static ir.parvaneh.process.Guard.onEvidence;
import static ir.parvaneh.process.Guard.onFile;

import ir.parvaneh.application.completion.Comparison.Difference;
import ir.parvaneh.application.completion.CompletionEvidence.AsBuilt;
import ir.parvaneh.application.completion.CompletionEvidence.CertificateDraft;
import ir.parvaneh.application.completion.CompletionEvidence.CompletionRequest;
import ir.parvaneh.application.completion.CompletionEvidence.Prerequisites;
import ir.parvaneh.application.permit.ConstructionEvidence.CommissionRuling;
import ir.parvaneh.application.permit.ConstructionEvidence.ViolationForm;
import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The conditions of the completion certificate, each under its name in the table and with its sentence. */
final class CompletionGuards {

    private final Tolerances tolerances;

    CompletionGuards(Tolerances tolerances) {
        this.tolerances = tolerances;
    }

    List<Guard> all() {
        return Stream.of(prerequisites(), comparison(), rulings(), issue())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Guard> prerequisites() {
        return List.of(
                onEvidence(
                        "completion-consented",
                        say("متقاضی با شرایط خدمت موافقت کرده است.", "The applicant consents to the terms of service."),
                        CompletionRequest.class,
                        (file, given) -> given.consent()),
                onEvidence(
                        "no-unfinished-works",
                        say("کار ناتمامی در ساختمان نیست.", "No works are unfinished."),
                        CompletionRequest.class,
                        (file, given) -> !given.unfinishedWorks()),
                onEvidence(
                        "final-reports-in",
                        say(
                                "گزارش پایان عملیات چهار ناظر ثبت شده است.",
                                "The final report of the four supervisors is in."),
                        Prerequisites.class,
                        (file, given) -> !given.finalReports().isEmpty() || reportedToTheEnd(file)),
                onEvidence(
                        "technical-identity",
                        say("شناسنامه فنی و ملکی صادر شده است.", "The technical identity document is there."),
                        Prerequisites.class,
                        (file, given) -> given.technicalIdentityDocument() != null),
                onEvidence(
                        "renovation-levy-settled",
                        say("عوارض نوسازی پرداخت شده است.", "The renovation levy is paid up."),
                        Prerequisites.class,
                        (file, given) -> given.renovationLevyCurrent()),
                onEvidence(
                        "facade-finished",
                        say("نمای ساختمان تمام شده است.", "The façade is finished."),
                        Prerequisites.class,
                        (file, given) -> given.facadeDone()));
    }

    private List<Guard> comparison() {
        return List.of(
                onFile(
                        "within-tolerance",
                        say(
                                "ساختمان در حد رواداری با پروانه برابر است.",
                                "The building is as permitted, within tolerances."),
                        file -> compared(file)
                                .filter(Comparison::withinTolerance)
                                .isPresent()),
                onFile(
                        "beyond-tolerance",
                        say(
                                "ساختمان بیش از رواداری با پروانه فرق دارد.",
                                "The building differs from the permit beyond tolerances."),
                        file -> compared(file)
                                .filter(one -> !one.withinTolerance())
                                .isPresent()),
                onEvidence(
                        "form-names-the-differences",
                        say(
                                "فرم تخلف همه تفاوت‌ها را نام می‌برد و رقم‌های آن همان است که با پروانه سنجیده شده.",
                                "The violation form names every difference, and its figures are those of the comparison."),
                        ViolationForm.class,
                        (file, given) -> compared(file).map(Comparison::differences).orElse(List.of()).stream()
                                .allMatch(difference -> isNamed(difference, given))));
    }

    private static List<Guard> rulings() {
        return List.of(
                onEvidence(
                        "ruling-lets-it-stand",
                        say("رای، بنا را به همین صورت باقی می‌گذارد.", "The ruling lets the building stand as it is."),
                        CommissionRuling.class,
                        (file, given) -> !given.changesTheWorks()),
                onEvidence(
                        "ruling-changes-the-works",
                        say("رای به تغییر بنا انجامیده است.", "The ruling had the works changed."),
                        CommissionRuling.class,
                        (file, given) -> given.changesTheWorks()),
                onFile(
                        "let-stand-by-a-ruling",
                        say(
                                "رای اجراشده‌ای درباره همین برداشت، بنا را باقی می‌گذارد.",
                                "An executed ruling about this survey lets the building stand."),
                        CompletionGuards::ruled));
    }

    private List<Guard> issue() {
        return List.of(
                onEvidence(
                        "draft-as-built",
                        say("پیش‌نویس همان است که برداشت شده.", "The draft is what was surveyed."),
                        CertificateDraft.class,
                        (file, given) -> file.latest("as-built", AsBuilt.class)
                                .filter(built -> asBuilt(built, given))
                                .isPresent()),
                onFile(
                        "no-violation-determined",
                        say(
                                "درباره برداشت آخر خلافی تعیین نشده، یا رای اجراشده‌ای بنا را باقی می‌گذارد.",
                                "No violation was determined on the latest survey, or an executed ruling lets the building stand."),
                        file -> file.numberOf("violation-form") <= file.numberOf("as-built") || ruled(file)),
                onFile(
                        "no-open-violation",
                        say(
                                "خلاف بازی نیست: در حد رواداری، یا رای اجراشده‌ای که بنا را باقی می‌گذارد.",
                                "No violation is open: within tolerances, or let stand by a ruling that was executed."),
                        file -> compared(file)
                                        .filter(Comparison::withinTolerance)
                                        .isPresent()
                                || ruled(file)));
    }

    private Optional<Comparison> compared(ProcessFile file) {
        return Comparison.of(file, tolerances);
    }

    /** A ruling counts while it is younger than the survey it was about. */
    static boolean ruled(ProcessFile file) {
        return file.numberOf("commission-ruling") > file.numberOf("as-built")
                && file.latest("commission-ruling", CommissionRuling.class)
                        .filter(ruling -> ruling.closed() && !ruling.changesTheWorks())
                        .isPresent();
    }

    private static boolean reportedToTheEnd(ProcessFile file) {
        return file.latest(PermitFacts.KIND, PermitFacts.class)
                .filter(permit -> "completion".equals(permit.reported()))
                .isPresent();
    }

    private static boolean asBuilt(AsBuilt built, CertificateDraft draft) {
        return draft.storeys() == built.storeys()
                && draft.usage().equals(built.usage())
                && draft.units() == built.units().size()
                && draft.parkingSpaces() == built.parkingSpaces()
                && Math.abs(draft.grossAreaM2() - built.grossAreaM2()) < 0.01;
    }

    /** Once at least, and nowhere with other figures; a form without figures leaves them to be measured. */
    private static boolean isNamed(Difference difference, ViolationForm form) {
        List<ViolationForm.Item> items = form.items().stream()
                .filter(item -> item.kind().equals(difference.kind()))
                .toList();
        return !items.isEmpty() && items.stream().allMatch(item -> agrees(item, difference));
    }

    private static boolean agrees(ViolationForm.Item item, Difference difference) {
        return (item.permitted() == null || same(item.permitted(), difference.permitted()))
                && (item.found() == null || same(item.found(), difference.found()));
    }

    private static boolean same(Double stated, Double compared) {
        return compared != null && Math.abs(stated - compared) < 0.01;
    }

    private static Wording say(String fa, String en) {
        return new Wording(fa, en);
    }
}
