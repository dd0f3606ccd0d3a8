package ir.parvaneh.contracts;

/** CloudEvents sources: which kind of aggregate an event comes from. */
public final class Sources {
    /** The file itself, one aggregate an application. */
    public static final String FILES = "/applications/files";

    /**
     * Payment slips, one aggregate for each assessment, named {@code APPLICATION-NUMBER}, and one for each fine that was
     * demanded, named by its docket and {@link #FINE_SLIP}.
     */
    public static final String SLIPS = "/applications/slips";

    /** What ends the id of a fine's slip; before it stands the docket's. */
    public static final String FINE_SLIP = "-fine";

    /** Issued papers, one aggregate a certificate, by serial. */
    public static final String CERTIFICATES = "/applications/certificates";

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
