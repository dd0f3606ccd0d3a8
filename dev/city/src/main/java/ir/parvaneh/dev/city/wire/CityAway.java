package ir.parvaneh.dev.city.wire;

/** The city did not answer for longer than one waits; what it acknowledged before stands. */
public final class CityAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CityAway(String why) {
        super(why);
    }
}
