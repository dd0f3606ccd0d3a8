package ir.parvaneh.application.certificate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The places in the register that a file's orders were given, by the number of the event that ordered. */
record Allotted(Map<String, Place> places) {

    Allotted {
        places = places == null ? Map.of() : Map.copyOf(places);
    }

    static Allotted none() {
        return new Allotted(null);
    }

    Optional<Place> place(long order) {
        return Optional.ofNullable(places.get(Long.toString(order)));
    }

    Allotted with(long order, Place place) {
        Map<String, Place> after = new HashMap<>(places);
        after.put(Long.toString(order), place);
        return new Allotted(after);
    }
}
