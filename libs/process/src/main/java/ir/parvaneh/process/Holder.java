package ir.parvaneh.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** The party whose clock is running. Exactly one per stage; every instant of a file is charged to one of them. */
public enum Holder {
    OWNER(new Wording("مالک", "owner")),
    OFFICE(new Wording("دفتر", "office")),
    DISTRICT(new Wording("منطقه", "district")),
    ENGINEERS(new Wording("مهندسان", "engineers")),
    AGENCY(new Wording("دستگاه بیرونی", "agency")),
    COMMISSION(new Wording("شورا یا کمیسیون", "commission")),
    /** No party: the main line waits for tracks, and its time is charged to whoever holds the slowest of them. */
    WAITING(new Wording("در انتظار رشته‌های موازی", "waiting for tracks"));

    private final Wording title;

    Holder(Wording title) {
        this.title = title;
    }

    public Wording title() {
        return title;
    }

    /** True for the two parties the promise binds. */
    public boolean municipal() {
        return this == OFFICE || this == DISTRICT;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The holder of that wire name. Throws IllegalArgumentException when there is none. */
    @JsonCreator
    public static Holder of(String wire) {
        return find(wire).orElseThrow(() -> new IllegalArgumentException("no holder is called " + wire));
    }

    static Optional<Holder> find(String wire) {
        for (Holder holder : values()) {
            if (holder.wire().equals(wire)) {
                return Optional.of(holder);
            }
        }
        return Optional.empty();
    }
}
