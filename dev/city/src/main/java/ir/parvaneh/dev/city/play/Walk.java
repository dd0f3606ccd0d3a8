package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.play.Script.Move;
import ir.parvaneh.dev.city.records.PermitRecord;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Where the driver believes one file to be, and what it knows about it. Touched by one client at a time. */
final class Walk {
    final Script script;
    final PermitRecord record;
    final Part part;
    final int number;
    final String citizen;
    final String officeWish;
    final Set<String> open = new LinkedHashSet<>();
    final Map<String, String> engineers = new HashMap<>();
    final Map<String, Long> decided = new HashMap<>();
    final Map<String, Long> decidedEtag = new HashMap<>();
    final Map<String, Object> slip = new HashMap<>();

    String application;
    String office;
    String inspectorId;
    String fileEtag;
    String after;
    String paid;
    boolean paying;
    long visitAccepted;
    int transitions;
    int planVersion;
    int referral;
    int attempts;
    int problems;
    long idleSince;
    int looks;
    boolean resting;
    boolean awaitsClock;
    boolean ended;
    boolean stuck;
    /** The permit this one is about, or null. */
    Walk permit;
    /** The application about this permit that is under way, or null. */
    Walk request;
    /** The opening of the stage at which it was filed: another one shows that the permit has read its end. */
    final Map<String, Long> requested = new HashMap<>();

    Walk(Script script, PermitRecord record, Part part, int number, String citizen, String officeWish) {
        this.script = script;
        this.record = record;
        this.part = part;
        this.number = number;
        this.citizen = citizen;
        this.officeWish = officeWish;
        this.office = officeWish;
    }

    String id() {
        return application;
    }

    /** The file moved on: the stage is left, others open, or a strand joins. */
    void moved(String stage, Move move) {
        transitions++;
        wentOn(stage, move);
    }

    /** The same without a step of its own. */
    void wentOn(String stage, Move move) {
        part.made(move);
        open.remove(stage);
        open.addAll(move.to());
        move.to().stream().filter(script::startsStrand).findFirst().ifPresent(s -> after = script.afterStrand(s));
        joinWhenNothingRuns();
        active();
    }

    /** Where it is to end at last. */
    End goal() {
        return record.end() == End.ISSUED && part.has("certified") ? End.COMPLETED : record.end();
    }

    private void joinWhenNothingRuns() {
        if (open.isEmpty() && after != null) {
            open.add(after);
            after = null;
        }
    }

    void active() {
        idleSince = System.nanoTime();
        looks = 0;
    }

    /** A number that differs by file and use, for papers and receipts. */
    String paperNumber() {
        return record.districtNo() + "-1404-" + "%06d".formatted(number);
    }
}
