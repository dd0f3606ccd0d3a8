package ir.parvaneh.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One stage: one holder, one term, one set of actions.
 *
 * @param track null on the main line
 * @param agency which agency holds it, or null
 * @param within the term as written; null in a waiting stage and where the stage lasts until a date
 * @param until the named date the stage lasts until, or null
 * @param late null where no term runs
 * @param waitsFor the tracks a waiting stage waits for; empty otherwise
 * @param joins where the main line goes on when they have all ended; null otherwise
 */
public record Stage(
        String name,
        String track,
        Wording title,
        Holder holder,
        String agency,
        Term within,
        String until,
        LateRule late,
        List<String> waitsFor,
        Next joins,
        Map<String, Action> actions,
        List<String> basis,
        int line) {

    public Stage {
        waitsFor = List.copyOf(waitsFor);
        basis = List.copyOf(basis);
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
    }

    public boolean isWaiting() {
        return !waitsFor.isEmpty();
    }

    boolean onMainLine() {
        return track == null;
    }
}
