package ir.parvaneh.process;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The names a process table may use: its guards and its kinds of evidence, as they stand in code. */
public final class Catalogue {

    private final Map<String, Guard> guards;
    private final Map<String, EvidenceKind> kinds;

    private Catalogue(Map<String, Guard> guards, Map<String, EvidenceKind> kinds) {
        this.guards = guards;
        this.kinds = kinds;
    }

    /** Throws IllegalArgumentException when a name is used twice. */
    public static Catalogue of(List<Guard> guards, List<EvidenceKind> kinds) {
        return new Catalogue(byName(guards, Guard::name), byName(kinds, EvidenceKind::name));
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
