package ir.parvaneh.contracts;

/** The topics of the city; each is owned by one service. */
public final class Topics {
    public static final String APPLICATIONS = "applications.events.v1";
    public static final String OFFICES = "offices.events.v1";
    public static final String DISTRICTS = "districts.events.v1";
    public static final String NOTIFICATIONS = "notifications.events.v1";
    public static final String CLOCK = "clock.events.v1";

    private Topics() {}
}
