package ir.parvaneh.audit;

import ir.parvaneh.audit.ChainFault.What;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Recomputes one chain. After a first fault it goes on from the hash that is stored, and takes an entry for sound that
 * follows any entry of the chain: so that one changed entry, or two in each other's place, are named and not all after them.
 */
final class ChainCheck {
    private final Chain chain;
    private final Set<String> hashes = new HashSet<>();
    private final List<ChainFault> faults = new ArrayList<>();
    private long expected = 1;
    private String before = "";

    private ChainCheck(Chain chain) {
        this.chain = chain;
        hashes.add("");
        chain.links().forEach(link -> hashes.add(String.valueOf(link.hash())));
    }

    /** What is wrong with it, in the order of numbers; empty when it is as it was written. */
    static List<ChainFault> faults(Chain chain) {
        ChainCheck check = new ChainCheck(chain);
        chain.links().forEach(check::take);
        check.end();
        return List.copyOf(check.faults);
    }

    private void take(Link link) {
        if (link.place() > chain.number()) {
            fault(link.place(), What.SURPLUS);
            return;
        }
        boolean afterGap = missingBefore(link);
        if (link.number() == null || link.number() != link.place()) {
            fault(link.place(), What.MISPLACED);
        } else if (!link.follows(before) && !afterGap && !(!faults.isEmpty() && followsAny(link))) {
            fault(link.place(), What.ALTERED);
            hashes.add(link.digest(before)); // if only its hash was touched, the next one follows this
        }
        before = String.valueOf(link.hash());
        expected = Math.max(expected, link.place() + 1);
    }

    private boolean missingBefore(Link link) {
        boolean gap = link.place() > expected;
        for (; expected < link.place(); expected++) {
            fault(expected, What.MISSING);
        }
        return gap;
    }

    private boolean followsAny(Link link) {
        return hashes.stream().anyMatch(link::follows);
    }

    private void end() {
        boolean told = !faults.isEmpty() && faults.getLast().number() == chain.number();
        if (expected <= chain.number()) {
            for (; expected <= chain.number(); expected++) {
                fault(expected, What.MISSING);
            }
        } else if (!before.equals(chain.head()) && !told) {
            fault(chain.number(), What.NOT_THE_END);
        }
    }

    private void fault(long number, What what) {
        faults.add(new ChainFault(number, what));
    }
}
