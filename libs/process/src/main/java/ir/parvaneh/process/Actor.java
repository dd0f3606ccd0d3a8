package ir.parvaneh.process;

import java.util.Set;

/** Who acts: a person and the roles he holds at that moment, as whoever vouches for him says. */
public record Actor(String personId, Set<String> roles) {

    /** The role and the person id under which the clock acts. */
    public static final String CLOCK = "clock";

    /** The role and the person id under which the word of another application is taken. */
    public static final String ANOTHER_APPLICATION = "another-application";

    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor of(String personId, String... roles) {
        return new Actor(personId, Set.of(roles));
    }

    static Actor clock() {
        return of(CLOCK, CLOCK);
    }

    /** Who acts when the word of another application is taken. */
    public static Actor anotherApplication() {
        return of(ANOTHER_APPLICATION, ANOTHER_APPLICATION);
    }

    /** False for the clock and for another application. */
    boolean isPerson() {
        return !isClock() && !personId.equals(ANOTHER_APPLICATION);
    }

    boolean isClock() {
        return personId.equals(CLOCK);
    }
}
