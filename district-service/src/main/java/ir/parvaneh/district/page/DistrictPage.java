package ir.parvaneh.district.page;

import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.contracts.DocketClosed;
import ir.parvaneh.contracts.FileRegistered;

/**
 * The district's page of a file.
 *
 * @param file what the file said of itself, or null until it did; no desk of a district has the page before
 * @param stoodTwice it was told that the citizen had to stand at both the office and the district
 * @param answer what the commission's last docket came to, while no stage has taken it; or null
 * @param violation the last violation form on the file, or null; a docket of article 100 may be opened by it
 */
public record DistrictPage(FileRegistered file, Desk desk, boolean stoodTwice, ViolationForm violation, Answer answer) {
    /** A docket that was closed, and how. */
    record Answer(String docketId, DocketClosed closed) {}

    public DistrictPage {
        desk = desk == null ? Desk.EMPTY : desk;
    }

    public static DistrictPage blank() {
        return new DistrictPage(null, Desk.EMPTY, false, null, null);
    }

    DistrictPage about(FileRegistered registered) {
        return new DistrictPage(registered, desk, stoodTwice, violation, answer);
    }

    DistrictPage with(Desk changed) {
        return new DistrictPage(file, changed, stoodTwice, violation, answer);
    }

    /** A newer violation is not answered by what a docket said of an older one. */
    DistrictPage with(ViolationForm found) {
        return new DistrictPage(file, desk, stoodTwice, found, null);
    }

    /** With what a docket came to, or with null once a stage has taken it. */
    DistrictPage answered(Answer given) {
        return new DistrictPage(file, desk, stoodTwice, violation, given);
    }

    public DistrictPage standingTwice() {
        return new DistrictPage(file, desk, true, violation, answer);
    }

    /** Whether the file's plot lies in that district; false for null and while the district is not known. */
    public boolean liesIn(Integer districtNo) {
        return file != null && districtNo != null && file.districtNo() == districtNo;
    }
}
