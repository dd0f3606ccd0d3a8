package ir.parvaneh.chassis.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** The pages used last. One may be stale: then its compare-and-set fails, and nothing else is concluded from it. */
final class HeldPages<P> {
    private final Map<String, Held<P>> pages;

    HeldPages(int most) {
        pages = new LinkedHashMap<>(most * 2, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Held<P>> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Held<P> get(String id) {
        return pages.get(id);
    }

    synchronized void keep(Held<P> held) {
        Held<P> known = pages.get(held.stored().id());
        if (known == null || known.stored().version() <= held.stored().version()) {
            pages.put(held.stored().id(), held);
        }
    }

    synchronized void forget(String id) {
        pages.remove(id);
    }

    synchronized void pruned(Prune prune, boolean settled) {
        pages.computeIfPresent(prune.id(), (id, held) -> held.pruned(prune, settled));
    }
}
