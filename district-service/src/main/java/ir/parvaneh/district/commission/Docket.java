package ir.parvaneh.district.commission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.ProcessFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A violation before the commission of article 100. Immutable; an aggregate of its own, whose id begins with the id of
 * the application it was referred from.
 *
 * @param facts null while the page is blank
 * @param statements what the owner wrote, oldest first
 * @param sat everybody who has ever had a seat
 * @param changedAt city time of the last change
 * @param changed version of the page at its last change: the docket's entity tag
 * @param process where it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Docket(
        String id,
        DocketFacts facts,
        Sitting sitting,
        List<Statement> statements,
        List<String> sat,
        Instant changedAt,
        long changed,
        ProcessFile process) {
    Docket {
        sitting = sitting == null ? Sitting.NONE : sitting;
        statements = statements == null ? List.of() : List.copyOf(statements);
        sat = sat == null ? List.of() : List.copyOf(sat);
    }

    /** What the owner wrote. @param late after the ten days: it lies before the bench, noted as late */
    record Statement(List<Paper> papers, Instant receivedAt, boolean late) {
        Statement {
            papers = papers == null ? List.of() : List.copyOf(papers);
        }
    }

    static Docket blank(String id) {
        return new Docket(id, null, null, null, null, null, 0, null);
    }

    @JsonIgnore
    boolean exists() {
        return process != null;
    }

    /** The stage, or the outcome once the docket is closed. */
    @JsonIgnore
    String stage() {
        return process.hasEnded() ? process.ended().outcome() : process.main().stage();
    }

    @JsonIgnore
    boolean inReview() {
        return stage().equals("review");
    }

    /** The commission hears it, for the first time or in review. */
    @JsonIgnore
    boolean inHearing() {
        return inReview() || stage().equals("first-hearing");
    }

    @JsonIgnore
    boolean isDecided() {
        return process.numberOf(Article100Guards.FIRST) > 0;
    }

    /** People who may not sit: whoever reported or referred the violation, the owner, who recused himself. */
    List<String> barred() {
        List<String> barred = new ArrayList<>(List.of(facts.referredBy(), facts.ownerId()));
        if (facts.reportedBy() != null) {
            barred.add(facts.reportedBy());
        }
        barred.addAll(sitting.recused());
        return barred.stream().distinct().toList();
    }

    Docket opened(DocketFacts referred, ProcessFile begun) {
        return new Docket(id, referred, sitting, statements, sat, changedAt, changed, begun);
    }

    Docket moved(ProcessFile after) {
        return new Docket(id, facts, sitting, statements, sat, changedAt, changed, after);
    }

    Docket with(DocketFacts measured) {
        return new Docket(id, measured, sitting, statements, sat, changedAt, changed, process);
    }

    Docket with(Sitting changedSitting) {
        List<String> all = new ArrayList<>(sat);
        changedSitting.bench().stream()
                .map(CommissionEvidence.Seated::personId)
                .filter(person -> !sat.contains(person))
                .forEach(all::add);
        return new Docket(id, facts, changedSitting, statements, all, changedAt, this.changed, process);
    }

    Docket with(Statement added) {
        List<Statement> all = new ArrayList<>(statements);
        all.add(added);
        return new Docket(id, facts, sitting, all, sat, changedAt, changed, process);
    }

    /** The same docket, changed by the write that makes this version. */
    Docket touched(long version, Instant at) {
        return new Docket(id, facts, sitting, statements, sat, at, version, process);
    }
}
