package ir.parvaneh.application.permit;

import static ir.parvaneh.process.Guard.onEvidence;
import static ir.parvaneh.process.Guard.onFile;

import ir.parvaneh.application.permit.ConstructionEvidence.CommissionRuling;
import ir.parvaneh.application.permit.ConstructionEvidence.ExtensionGranted;
import ir.parvaneh.application.permit.ConstructionEvidence.StartAnnouncement;
import ir.parvaneh.application.permit.PermitEvidence.PermitDraft;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.Calendar;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.NamedDate;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.Term;
import ir.parvaneh.process.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A permit from its issue on: its validity, and the conditions of building. */
public final class Construction {

    /** The minimum of stages that are reported, in their order [S35]. */
    static final List<String> STAGES = List.of(
            "demolition", "excavation", "foundation", "frame", "rough-work", "finishing", "facade", "completion");

    private static final List<String> STAGES_IN_PERSIAN =
            List.of("تخریب", "گودبرداری", "پی", "اسکلت", "سفت‌کاری", "نازک‌کاری", "نما", "پایان عملیات");
    private static final Set<String> IN_FORCE = Set.of("permit-issued", "start-awaited", "under-construction");
    /** Stages of an issued permit in which no amendment of it runs. */
    private static final Set<String> UNAMENDED = Set.of(
            "former-order-due",
            "permit-issued",
            "start-awaited",
            "under-construction",
            "works-on-hold",
            "stop-work",
            "article-100",
            "expiry-control",
            "expired",
            "construction-completed");

    private static final String EXPIRY = "permit-expiry";

    private Construction() {}

    static List<NamedDate> dates() {
        return List.of(
                new NamedDate(EXPIRY, say("تا پایان اعتبار پروانه", "until the permit expires"), Construction::expiry));
    }

    /** The end of the last day on which the permit is valid: counted from its first issue, or as it was extended. */
    public static Instant expiry(ProcessFile file, Calendar calendar) {
        return file.latest("extension-granted", ExtensionGranted.class)
                .map(granted -> Tehran.endOf(granted.validUntil()))
                .orElseGet(() -> calendar.dueAt(issuedAt(file), new Term(monthsOf(file), Term.Unit.MONTH)));
    }

    /** Whether a permit was ever issued, under whatever edition. */
    public static boolean issued(ProcessFile file) {
        return issuedBefore(file) || file.hasEnded() && file.ended().outcome().equals("permit-issued");
    }

    /** Whether it was issued and is not being amended: what it says of itself is what was approved. */
    public static boolean standsAsIssued(ProcessFile file) {
        return issued(file)
                && (file.hasEnded() || UNAMENDED.contains(file.main().stage()) && !orderAmended(file));
    }

    /** Whether it was issued and something of it may yet be approved anew or fall back to what was approved. */
    public static boolean isBeingAmended(ProcessFile file) {
        return issued(file) && !standsAsIssued(file);
    }

    /** When the permit was first issued. Throws when it was not. */
    public static Instant issuedAt(ProcessFile file) {
        return entered(file, "permit-issued").orElseGet(() -> file.ledger().stream()
                .filter(segment -> segment.stage().equals("district-approval"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .to());
    }

    /** The last stage of construction that was reported without violation. */
    public static Optional<String> reported(ProcessFile file) {
        return STAGES.reversed().stream()
                .filter(stage -> file.numberOfAction("report-" + stage) > 0)
                .findFirst();
    }

    private static Optional<Instant> entered(ProcessFile file, String stage) {
        return file.ledger().stream()
                .filter(segment -> segment.stage().equals(stage))
                .findFirst()
                .map(ProcessFile.Segment::from)
                .or(() -> Optional.ofNullable(file.main())
                        .filter(open -> open.stage().equals(stage))
                        .map(ProcessFile.OpenStage::enteredAt));
    }

    private static int monthsOf(ProcessFile file) {
        return file.latest("permit-draft", PermitDraft.class).orElseThrow().validityMonths();
    }

    static List<Guard> guards(PermitPolicy policy) {
        List<Guard> guards = new ArrayList<>(List.of(
                onEvidence(
                        "validity-within-policy",
                        say("مدت اعتبار از حد مقرر بیشتر نیست.", "The validity is not longer than policy allows."),
                        PermitDraft.class,
                        (file, given) -> given.validityMonths() <= policy.mostMonths(given.grossAreaM2())),
                onEvidence(
                        "draft-as-planned",
                        say(
                                "پیش‌نویس از نقشه و دستور نقشه‌ای که عوارض آن پرداخت شده بیشتر نیست و کاربری همان است.",
                                "The draft is no more than the plans and the order the levies were computed from, and of the same use."),
                        PermitDraft.class,
                        (file, given) -> FileMeasures.of(file)
                                .filter(measures -> measures.cover(given))
                                .isPresent()),
                onFile(
                        "not-issued-yet",
                        say("پروانه هنوز صادر نشده است.", "The permit is not issued yet."),
                        file -> file.roundsOf("permit-issued") == 0),
                onFile(
                        "issued-before",
                        say("پروانه پیش‌تر صادر شده است.", "The permit was issued before."),
                        Construction::issuedBefore),
                onFile(
                        "amendment-running",
                        say("اصلاح پروانه در جریان است.", "An amendment of the permit is running."),
                        file -> issuedBefore(file)
                                && !UNAMENDED.contains(file.main().stage())),
                onFile(
                        "no-draft-unapproved",
                        say("پیش‌نویسی از پروانه در انتظار تایید نیست.", "No draft of the permit awaits approval."),
                        file -> file.main() == null || !file.main().stage().equals("district-approval")),
                onFile(
                        "plan-order-as-approved",
                        say(
                                "دستور نقشه همان است که پروانه بر پایه آن صادر شده.",
                                "The plan order is the one the permit was issued on."),
                        file -> !orderAmended(file)),
                onFile(
                        "plan-order-amended",
                        say(
                                "دستور نقشه پس از صدور پروانه اصلاح شده است.",
                                "The plan order was amended after the permit was issued."),
                        Construction::orderAmended),
                onFile(
                        "start-notice-awaited",
                        say("برگه شروع به کار هنوز ثبت نشده است.", "The start notice is awaited."),
                        file -> file.main().stage().equals("start-awaited")),
                onFile(
                        "permit-in-force",
                        say("پروانه صادر شده و معتبر است.", "The permit is issued and valid."),
                        file -> file.main() != null
                                && IN_FORCE.contains(file.main().stage())),
                onEvidence(
                        "coordinator-supervises",
                        say(
                                "ناظر هماهنگ‌کننده یکی از چهار ناظر است.",
                                "The coordinating supervisor is one of the four."),
                        StartAnnouncement.class,
                        (file, given) -> supervises(file, given.coordinatorId())),
                onFile(
                        "works-not-started",
                        say("کار هنوز شروع نشده است.", "Works have not started."),
                        file -> file.numberOfAction("notify-start") == 0),
                onFile(
                        "works-started",
                        say("کار شروع شده است.", "Works have started."),
                        file -> file.numberOfAction("notify-start") > 0),
                onEvidence(
                        "ruling-closed",
                        say("رای اجرا شده یا تخلفی نبوده است.", "The ruling is executed, or there was no violation."),
                        CommissionRuling.class,
                        (file, given) -> given.closed())));
        for (int i = 0; i < STAGES.size() - 1; i++) {
            guards.add(reported(STAGES.get(i), STAGES_IN_PERSIAN.get(i)));
        }
        return guards;
    }

    private static Guard reported(String stage, String persian) {
        return onFile(
                stage + "-reported",
                say(
                        "مرحله «" + persian + "» بدون تخلف گزارش شده است.",
                        "The stage “" + stage.replace('-', ' ') + "” was reported without violation."),
                file -> file.numberOfAction("report-" + stage) > 0);
    }

    private static boolean issuedBefore(ProcessFile file) {
        return file.roundsOf("permit-issued") > 0;
    }

    private static boolean orderAmended(ProcessFile file) {
        return file.numberOf("plan-order") > Math.max(approval(file), file.numberOfAction("restore-plan-order"));
    }

    /** Number of the last approval; 0 before. */
    static long approval(ProcessFile file) {
        return Math.max(file.numberOfAction("approve-permit"), file.numberOfAction("approve-exceptional-permit"));
    }

    private static boolean supervises(ProcessFile file, String personId) {
        return file.assigned().entrySet().stream()
                .anyMatch(role -> role.getKey().startsWith("supervisor-")
                        && !role.getKey().equals("supervisor-coordinating")
                        && role.getValue().equals(personId));
    }

    private static Wording say(String fa, String en) {
        return new Wording(fa, en);
    }
}
