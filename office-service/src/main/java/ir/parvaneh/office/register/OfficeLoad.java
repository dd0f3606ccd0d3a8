package ir.parvaneh.office.register;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many open tasks each office has, as far as this replica knows: the rows of all, counted again twice a minute, and the files it gave
 * out since. Good enough to spread files; nobody is judged by it.
 */
public final class OfficeLoad {
    private volatile Map<String, Long> counted = Map.of();
    private final Map<String, Long> given = new ConcurrentHashMap<>();

    /** Takes a fresh count and forgets what was given out before it. */
    public void counted(Map<String, Long> fresh) {
        counted = Map.copyOf(fresh);
        given.clear();
    }

    /** This replica gave the office one more file. */
    public void gave(String officeId) {
        given.merge(officeId, 1L, Long::sum);
    }

    public Map<String, Long> now() {
        Map<String, Long> sum = new HashMap<>(counted);
        given.forEach((office, files) -> sum.merge(office, files, Long::sum));
        return sum;
    }
}
