package ir.parvaneh.process;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The names a process table may use: its guards, its kinds of evidence and its dates, as they stand in code. */
public final class Catalogue {

    private final Map<String, Guard> guards;
    private final Map<String, EvidenceKind> kinds;
    private final Map<String, NamedDate> dates;

    private Catalogue(Map<String, Guard> guards, Map<String, EvidenceKind> kinds, Map<String, NamedDate> dates) {
        this.guards = guards;
        this.kinds = kinds;
        this.dates = dates;
    }

    /** Throws IllegalArgumentException when a name is used twice. */
    public static Catalogue of(List<Guard> guards, List<EvidenceKind> kinds) {
        return of(guards, kinds, List.of());
    }

    /** The same with dates that stages may last until. */
    public static Catalogue of(List<Guard> guards, List<EvidenceKind> kinds, List<NamedDate> dates) {
        return new Catalogue(
                byName(guards, Guard::name), byName(kinds, EvidenceKind::name), byName(dates, NamedDate::name));
    }

    public Optional<NamedDate> date(String name) {
        return Optional.ofNullable(dates.get(name));
    }

    public Optional<Guard> guard(String name) {
        return Optional.ofNullable(guards.get(name));
    }

    public Optional<EvidenceKind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** The kind whose schema has that digest. */
    public Optional<EvidenceKind> kindByDigest(String digest) {
        return kinds.values().stream()
                .filter(kind -> kind.digest().equals(digest))
                .findFirst();
    }

    public Collection<Guard> guards() {
        return guards.values();
    }

    public Collection<EvidenceKind> kinds() {
        return kinds.values();
    }

    private static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        for (T thing : things) {
            if (named.put(name.apply(thing), thing) != null) {
                throw new IllegalArgumentException("the name " + name.apply(thing) + " is used twice");
            }
        }
        return java.util.Collections.unmodifiableMap(named);
    }
}
