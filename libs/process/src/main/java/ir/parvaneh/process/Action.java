package ir.parvaneh.process;

import java.util.List;

/**
 * One action of a stage, as a row of the table.
 *
 * @param signedBy the roles that decide, in order; a single one takes it alone
 * @param when the word of another application that takes it, or null when people or the clock do
 * @param presence where the citizen must come, or null
 * @param evidence the kind of evidence asked for, or null
 * @param provided the guards
 * @param separateFrom actions whose hands may not take this one
 * @param opens tracks that start with it
 * @param line where it stands in the file
 */
public record Action(
        String name,
        Wording title,
        List<String> signedBy,
        Word when,
        String presence,
        String evidence,
        boolean reasonsRequired,
        List<String> provided,
        List<String> separateFrom,
        List<TrackOpening> opens,
        Next then,
        List<String> basis,
        int line) {

    /** A track to open, at its first stage or at another one. */
    public record TrackOpening(String track, String stage) {}

    /** What another application may say: the name of its process, and the outcome or milestone it tells. */
    public record Word(String process, String word) {

        /** As written in a table: {@code permit-extension/extension-granted}. */
        public String written() {
            return process + "/" + word;
        }
    }

    public Action {
        signedBy = List.copyOf(signedBy);
        provided = List.copyOf(provided);
        separateFrom = List.copyOf(separateFrom);
        opens = List.copyOf(opens);
        basis = List.copyOf(basis);
    }

    /** True when one person takes it alone. */
    public boolean byOne() {
        return signedBy.size() == 1;
    }

    /** True when people take it, not the clock and not another application. */
    public boolean byPeople() {
        return when == null && !byClock();
    }

    /** True when only the clock takes it. */
    public boolean byClock() {
        return signedBy.equals(List.of(Actor.CLOCK));
    }
}
