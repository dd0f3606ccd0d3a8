package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.report.Journal;
import ir.parvaneh.dev.city.report.Tally;
import ir.parvaneh.dev.city.wire.Answer;
import ir.parvaneh.dev.city.wire.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What all players of one replay share: the script, the people, the counts, the journal and the city's time. */
final class Scene {
    /** What one is told when somebody or something else was faster. */
    private static final Set<String> OVERTAKEN =
            Set.of("stale-version", "stale-task", "visit-not-accepted", "fees-not-issued", "slip-cancelled");

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    final People people;
    final Tokens tokens;
    final Tally tally;
    final Journal journal;
    final Looks looks = new Looks();
    private volatile Duration cityOffset = Duration.ZERO;

    Scene(People people, Tokens tokens, Tally tally, Journal journal) {
        this.people = people;
        this.tokens = tokens;
        this.tally = tally;
        this.journal = journal;
    }

    void cityIsAheadBy(Duration offset) {
        cityOffset = offset;
    }

    /** Today in Tehran by the city clock. */
    LocalDate today() {
        return LocalDate.ofInstant(Instant.now().plus(cityOffset), TEHRAN);
    }

    /** The same step of the same record in the same run has the same key, whoever sends it and however often. */
    String key(Walk walk, String step) {
        String name = journal.run() + "|" + walk.record.key() + "|" + step;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A call was refused: either the file moved under it, which a fresh look mends, or something is wrong. */
    void refused(Walk walk, String action, Answer answer) {
        walk.attempts++;
        walk.looks = 0;
        String code = answer.code();
        if (OVERTAKEN.contains(code)) {
            tally.note("asked again: " + action + ": " + code);
        } else {
            walk.problems++;
            tally.error(action + ": " + answer.status() + " " + code);
            tally.example(walk.record.key() + " " + walk.id() + " " + action + ": " + answer.text());
        }
    }

    /** Whatever a body may ask for. */
    Map<String, Object> values(Walk walk) {
        Map<String, Object> values = new HashMap<>(walk.part.measures());
        values.put("renovationCode", renovationCode(walk));
        values.put("districtNo", walk.record.districtNo());
        values.put("officeWish", walk.officeWish);
        values.put("number", walk.paperNumber());
        values.put("digest", digest(walk));
        values.put("deed", Scans.of("deed").sha256());
        values.put("levyReceipt", Scans.of("renovation-levy-receipt").sha256());
        values.put("today", today().toString());
        values.put("planVersion", walk.planVersion + 1);
        values.putAll(engineers(walk));
        values.putAll(walk.slip);
        values.put("in90Days", today().plusDays(90).toString());
        values.put("supervisor-coordinating", walk.engineers.getOrDefault("supervisor-civil", (String)
                values.get("supervisor-civil")));
        return values;
    }

    /** A plot of its own for every record of every run. */
    String renovationCode(Walk walk) {
        int region = 1 + Math.floorMod(journal.run().hashCode(), 900_000);
        return walk.record.districtNo() + "-" + region + "-" + (1 + walk.number / 100) + "-" + (1 + walk.number % 100)
                + "-0-0-0";
    }

    private static String digest(Walk walk) {
        byte[] some = walk.record.key().getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(some);
        return (hex + "0".repeat(64)).substring(0, 64);
    }

    /** Five engineers of the file, others after each refusal; their disciplines go round by number. */
    private Map<String, String> engineers(Walk walk) {
        int first = (walk.number + walk.referral * 7) * 4;
        Map<String, String> engineers = new HashMap<>();
        engineers.put("designer", engineer(walk.number * 4 + 1));
        engineers.put("supervisor-civil", engineer(first));
        engineers.put("supervisor-architecture", engineer(first + 5));
        engineers.put("supervisor-electrical", engineer(first + 10));
        engineers.put("supervisor-mechanical", engineer(first + 15));
        return engineers;
    }

    private String engineer(int number) {
        return people.one("engineer", "", number).personId();
    }
}
