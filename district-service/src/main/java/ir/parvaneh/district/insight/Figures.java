package ir.parvaneh.district.insight;

import ir.parvaneh.chassis.stream.Incoming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of one application for the city's figures: a pure fold over the events of the file, the office's page
 * and the district's page. Events of different sources commute, so live rows and a recount come to the same.
 *
 * @param districtNo 0 until the file said it
 * @param outcome null while the file is open
 * @param open stages open now, the main line's and the tracks'
 * @param beside track stages that ended while the main line waits
 * @param heldMillis closed time of the main line by holder, waits charged to the tracks' holders
 * @param stages what was spent in each stage that was left
 */
record Figures(
        int districtNo,
        String officeId,
        String outcome,
        List<Stretch> open,
        List<Stretch> beside,
        Map<String, Long> heldMillis,
        Map<String, Spent> stages,
        int officeVisits,
        int districtVisits,
        boolean toldTwice) {
    private static final String ISSUED = "permit-issued";
    static final Figures NONE = new Figures(0, null, null, List.of(), List.of(), Map.of(), Map.of(), 0, 0, false);

    Figures {
        open = open == null ? List.of() : List.copyOf(open);
        beside = beside == null ? List.of() : List.copyOf(beside);
        heldMillis = heldMillis == null ? Map.of() : Map.copyOf(heldMillis);
        stages = stages == null ? Map.of() : Map.copyOf(stages);
    }

    /** How often a stage was left and how long it was held in all. */
    record Spent(long times, long millis) {
        Spent and(Spent other) {
            return new Spent(times + other.times, millis + other.millis);
        }
    }

    /** Whether events of this type change figures at all. */
    static boolean concern(String type) {
        return switch (type) {
            case "file-registered",
                    "stage-entered",
                    "stage-left",
                    "ended",
                    "office-assigned",
                    "visit-recorded",
                    "double-visit-recorded" -> true;
            default -> false;
        };
    }

    Figures after(Incoming event) {
        return switch (event.type()) {
            case "file-registered" -> in(event.as(Told.Registered.class).districtNo());
            case "stage-entered" -> entered(event.as(Told.Entered.class).opened());
            case "stage-left" -> left(event.as(Told.Left.class));
            case "ended" -> ended(event.as(Told.Finished.class).outcome());
            case "office-assigned" -> at(event.as(Told.Assigned.class).officeId());
            case "visit-recorded" -> visited(event.as(Told.Visited.class).place());
            case "double-visit-recorded" -> with(officeVisits, districtVisits, true);
            default -> this;
        };
    }

    boolean isOpen() {
        return outcome == null;
    }

    /** The permit was issued, whatever came after; in the permit's first edition that was the file's end. */
    boolean wasIssued() {
        return ISSUED.equals(outcome)
                || stages.containsKey(ISSUED)
                || open.stream().anyMatch(stage -> stage.stage().equals(ISSUED));
    }

    /** The citizen stood at both places and nobody was told yet. */
    boolean stoodTwiceUntold() {
        return officeVisits > 0 && districtVisits > 0 && !toldTwice;
    }

    private Figures in(int district) {
        return new Figures(
                district, officeId, outcome, open, beside, heldMillis, stages, officeVisits, districtVisits, toldTwice);
    }

    private Figures at(String office) {
        return new Figures(
                districtNo, office, outcome, open, beside, heldMillis, stages, officeVisits, districtVisits, toldTwice);
    }

    private Figures ended(String how) {
        return new Figures(
                districtNo, officeId, how, open, beside, heldMillis, stages, officeVisits, districtVisits, toldTwice);
    }

    private Figures visited(String place) {
        return switch (place) {
            case "office" -> with(officeVisits + 1, districtVisits, toldTwice);
            case "district" -> with(officeVisits, districtVisits + 1, toldTwice);
            default -> this;
        };
    }

    private Figures with(int office, int district, boolean told) {
        return new Figures(districtNo, officeId, outcome, open, beside, heldMillis, stages, office, district, told);
    }

    private Figures entered(Stretch stage) {
        List<Stretch> now = new ArrayList<>(open);
        now.add(stage);
        return standing(now, beside, heldMillis, stages);
    }

    private Figures left(Told.Left left) {
        Stretch stage = open.stream()
                .filter(one -> one.opening() == left.opening())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("stage left that was not entered: " + left.opening()))
                .until(left.decidedAt());
        List<Stretch> still =
                open.stream().filter(one -> one.opening() != left.opening()).toList();
        Map<String, Spent> spent = new HashMap<>(stages);
        spent.merge(stage.stage(), new Spent(1, millis(stage)), Spent::and);
        return stage.isMain() ? leftMain(stage, still, spent) : standing(still, withTrack(stage), heldMillis, spent);
    }

    private List<Stretch> withTrack(Stretch stage) {
        List<Stretch> all = new ArrayList<>(beside);
        all.add(stage);
        return all;
    }

    private Figures leftMain(Stretch stage, List<Stretch> still, Map<String, Spent> spent) {
        Map<String, Long> held = new HashMap<>(heldMillis);
        charge(stage, still).forEach((holder, millis) -> held.merge(holder, millis, Long::sum));
        return standing(still, List.of(), held, spent);
    }

    private Map<String, Long> charge(Stretch stage, List<Stretch> still) {
        if (!stage.isWaiting()) {
            return Map.of(stage.holder(), millis(stage));
        }
        List<Stretch> tracks = new ArrayList<>(beside);
        still.forEach(one -> tracks.add(one.until(stage.to())));
        return Waiting.charged(stage, tracks);
    }

    private Figures standing(
            List<Stretch> now, List<Stretch> tracks, Map<String, Long> held, Map<String, Spent> spent) {
        return new Figures(
                districtNo, officeId, outcome, now, tracks, held, spent, officeVisits, districtVisits, toldTwice);
    }

    private static long millis(Stretch stage) {
        return Duration.between(stage.from(), stage.to()).toMillis();
    }
}
