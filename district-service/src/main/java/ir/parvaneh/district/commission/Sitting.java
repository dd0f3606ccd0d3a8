package ir.parvaneh.district.commission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.district.commission.CommissionEvidence.FineLine;
import ir.parvaneh.district.commission.CommissionEvidence.Seated;
import ir.parvaneh.district.commission.CommissionEvidence.Vote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hearing as it stands: its day, its bench, the drafted decision and the votes on it. Recusals outlive the hearing.
 *
 * @param heldOn null while no hearing is set
 * @param reportedOn when the municipality's representative presented the violation, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Sitting(
        LocalDate heldOn,
        List<Seated> bench,
        List<String> recused,
        LocalDate reportedOn,
        Draft draft,
        List<Vote> votes) {
    static final Sitting NONE = new Sitting(null, null, null, null, null, null);

    Sitting {
        bench = bench == null ? List.of() : List.copyOf(bench);
        recused = recused == null ? List.of() : List.copyOf(recused);
        votes = votes == null ? List.of() : List.copyOf(votes);
    }

    /** The text the bench votes on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Draft(Outcome outcome, Ground ground, Integer periodDays, List<FineLine> lines, Paper minutes) {
        Draft {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }

        @JsonIgnore
        long fineRials() {
            return lines.stream().mapToLong(FineLine::amountRials).reduce(0, Math::addExact);
        }
    }

    Optional<String> personIn(Seat seat) {
        return bench.stream()
                .filter(one -> one.seat() == seat)
                .map(Seated::personId)
                .findFirst();
    }

    Optional<Seat> seatOf(String personId) {
        return bench.stream()
                .filter(one -> one.personId().equals(personId))
                .map(Seated::seat)
                .findFirst();
    }

    /** Seats whose members have not voted on the draft. */
    @JsonIgnore
    List<Seat> missing() {
        return Seat.VOTING.stream()
                .filter(seat -> votes.stream().noneMatch(vote -> vote.seat() == seat))
                .toList();
    }

    /** Whoever was recused stays away; whatever was drafted or voted before is void. */
    Sitting scheduled(LocalDate day, List<Seated> seated) {
        return new Sitting(day, seated, recused, null, null, null);
    }

    Sitting without(String personId) {
        List<String> away = new ArrayList<>(recused);
        away.add(personId);
        List<Seated> left =
                bench.stream().filter(one -> !one.personId().equals(personId)).toList();
        List<Vote> kept =
                votes.stream().filter(one -> !one.personId().equals(personId)).toList();
        boolean reporter = personIn(Seat.MUNICIPAL).filter(personId::equals).isPresent();
        return new Sitting(heldOn, left, away, reporter ? null : reportedOn, draft, kept);
    }

    Sitting reported(LocalDate day) {
        return new Sitting(heldOn, bench, recused, day, draft, votes);
    }

    Sitting drafted(Draft text) {
        return new Sitting(heldOn, bench, recused, reportedOn, text, null);
    }

    Sitting voted(Vote vote) {
        List<Vote> all = new ArrayList<>(
                votes.stream().filter(one -> one.seat() != vote.seat()).toList());
        all.add(vote);
        return new Sitting(heldOn, bench, recused, reportedOn, draft, all);
    }

    /** After its decision: only who must stay away is kept. */
    Sitting over() {
        return new Sitting(null, null, recused, null, null, null);
    }
}
