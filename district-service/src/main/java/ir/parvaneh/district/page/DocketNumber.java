package ir.parvaneh.district.page;

/** What a docket is called on paper: the commission's article, and what ends the docket's id. */
public final class DocketNumber {
    private DocketNumber() {}

    public static String of(String docketId) {
        return "100-" + docketId.substring(docketId.lastIndexOf('.') + 1);
    }
}
