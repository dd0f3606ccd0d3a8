package ir.parvaneh.contracts;

/** CloudEvents sources: which kind of aggregate an event comes from. */
public final class Sources {
    /** The file itself, one aggregate an application. */
    public static final String FILES = "/applications/files";

    /** The office's page of each application. */
    public static final String OFFICE_PAGES = "/offices/pages";

    /** The district's page of each application. */
    public static final String DISTRICT_PAGES = "/districts/pages";

    /** Offices themselves, one aggregate an office; no concern of a file. */
    public static final String OFFICES = "/offices/offices";

    /** Dockets of the commission of article 100; their ids begin with the application's and a dot. */
    public static final String DOCKETS = "/districts/dockets";

    private Sources() {}
}
