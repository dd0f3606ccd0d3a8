package ir.parvaneh.dev.city.records;

import ir.parvaneh.dev.city.records.Format.Step;
import ir.parvaneh.dev.city.records.PermitLog.Doubt;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides for every permit of one log whether its lines make sense and where it stood at issue or before. */
final class Judge {
    /** Why a record cannot be replayed; travels inside this class only. */
    private static final class Nonsense extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Nonsense(String why) {
            super(why, null, false, false);
        }
    }

    private record Line(Step step, LocalDate on, Map<String, String> fields) {}

    private final String log;
    private final Format format;
    private final List<String> header;
    private final List<PermitRecord> records = new ArrayList<>();
    private final List<Doubt> refused = new ArrayList<>();
    private final List<Doubt> flagged = new ArrayList<>();

    Judge(String log, Format format, List<String> header) {
        this.log = log;
        this.format = format;
        this.header = header;
    }

    PermitLog judge(Map<String, List<List<String>>> permits) {
        permits.forEach(this::judge);
        return new PermitLog.Readable(log, List.copyOf(records), List.copyOf(refused), List.copyOf(flagged));
    }

    private void judge(String permit, List<List<String>> rows) {
        try {
            require(!permit.isEmpty(), "it names no permit");
            List<Line> lines = rows.stream().map(this::line).toList();
            Line filed = only(lines, Step.FILED).orElseThrow(() -> new Nonsense("it was never filed"));
            End end = end(lines, filed);
            records.add(record(permit, filed, end, lines));
        } catch (Nonsense nonsense) {
            refused.add(new Doubt(permit.isEmpty() ? "(no number)" : permit, nonsense.getMessage()));
        }
    }

    /** A certificate dated before its permit is refused and named; the permit itself is used. */
    private PermitRecord record(String permit, Line filed, End end, List<Line> lines) {
        Optional<LocalDate> issued = first(lines, Step.ISSUED);
        Optional<LocalDate> certificate = end == End.ISSUED ? first(lines, Step.CERTIFIED) : Optional.empty();
        boolean tooEarly =
                certificate.filter(on -> on.isBefore(issued.orElseThrow())).isPresent();
        if (tooEarly) {
            refused.add(new Doubt(
                    permit,
                    "its certificate of occupancy of " + certificate.get() + " precedes the permit of "
                            + issued.get()));
        }
        boolean certified = certificate.isPresent() && !tooEarly;
        boolean extended = certified
                && first(lines, Step.EXPIRES)
                        .filter(on -> on.isBefore(certificate.get()))
                        .isPresent();
        return new PermitRecord(log, permit, district(filed), records.size() + 1, end, certified, extended);
    }

    private static Optional<LocalDate> first(List<Line> lines, Step step) {
        return lines.stream().filter(line -> line.step() == step).map(Line::on).min(Comparator.naturalOrder());
    }

    private Line line(List<String> row) {
        require(row.size() == header.size(), row.size() + " fields where the header names " + header.size());
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            fields.put(header.get(i), row.get(i).strip());
        }
        String activity = fields.get("activity");
        Step step = format.stepOf(activity).orElseThrow(() -> new Nonsense("unknown activity “" + activity + "”"));
        return new Line(step, date(fields.get("date")), fields);
    }

    private static LocalDate date(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException unreadable) {
            throw new Nonsense("“" + written + "” is no date");
        }
    }

    private End end(List<Line> lines, Line filed) {
        Optional<Line> issued = only(lines, Step.ISSUED);
        if (issued.isPresent()) {
            require(
                    !issued.get().on().isBefore(filed.on()),
                    "issued on " + issued.get().on() + ", before it was filed");
            flagWhatComesTooEarly(lines, issued.get());
            return End.ISSUED;
        }
        Line last = lines.stream()
                .filter(l -> l.step() == Step.CANCELLED || l.step() == Step.EXPIRED)
                .min(Comparator.comparing(Line::on))
                .orElseThrow(() -> new Nonsense("it shows no end at issue or before"));
        require(!last.on().isBefore(filed.on()), "ended on " + last.on() + ", before it was filed");
        return last.step() == Step.CANCELLED ? End.WITHDRAWN : End.ABANDONED;
    }

    private void flagWhatComesTooEarly(List<Line> lines, Line issued) {
        lines.stream()
                .filter(l -> l.step() != Step.FILED && l.step() != Step.CERTIFIED && l.on().isBefore(issued.on()))
                .map(l -> l.fields().get("activity") + " on " + l.on() + ", before it was issued on " + issued.on())
                .forEach(why -> flagged.add(new Doubt(issued.fields().get("case"), why)));
    }

    private int district(Line filed) {
        int district = format.districtOf(filed.fields());
        require(district > 0, "it lies in no borough known here");
        return district;
    }

    private static Optional<Line> only(List<Line> lines, Step step) {
        List<Line> found = lines.stream().filter(l -> l.step() == step).toList();
        require(found.size() < 2, "it was " + step.name().toLowerCase(java.util.Locale.ROOT) + " twice");
        return found.stream().findFirst();
    }

    private static void require(boolean sense, String otherwise) {
        if (!sense) {
            throw new Nonsense(otherwise);
        }
    }
}
