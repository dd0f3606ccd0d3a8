package ir.parvaneh.district.page;

import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.contracts.DocketClosed;
import ir.parvaneh.contracts.FileRegistered;
import java.util.HashSet;
import java.util.Set;

/**
 * The district's page of a file.
 *
 * @param file what the file said of itself, or null until it did; no desk of a district has the page before
 * @param stoodTwice it was told that the citizen had to stand at both the office and the district
 * @param representatives who may act beside the owner, by id
 * @param answer what the commission's last docket came to, while no stage has taken it; or null
 * @param violation the last violation form on the file, or null; a docket of article 100 may be opened by it
 */
public record DistrictPage(
        FileRegistered file,
        Desk desk,
        boolean stoodTwice,
        ViolationForm violation,
        Answer answer,
        Set<String> representatives) {
    /** A docket that was closed, and how. */
    record Answer(String docketId, DocketClosed closed) {}

    public DistrictPage {
        desk = desk == null ? Desk.EMPTY : desk;
        representatives = representatives == null ? Set.of() : Set.copyOf(representatives);
    }

    public static DistrictPage blank() {
        return new DistrictPage(null, Desk.EMPTY, false, null, null, null);
    }

    DistrictPage about(FileRegistered registered) {
        return new DistrictPage(registered, desk, stoodTwice, violation, answer, representatives);
    }

    DistrictPage with(Desk changed) {
        return new DistrictPage(file, changed, stoodTwice, violation, answer, representatives);
    }

    /** A newer violation is not answered by what a docket said of an older one. */
    DistrictPage with(ViolationForm found) {
        return new DistrictPage(file, desk, stoodTwice, found, null, representatives);
    }

    /** With what a docket came to, or with null once a stage has taken it. */
    DistrictPage answered(Answer given) {
        return new DistrictPage(file, desk, stoodTwice, violation, given, representatives);
    }

    DistrictPage representedBy(String personId) {
        Set<String> all = new HashSet<>(representatives);
        all.add(personId);
        return new DistrictPage(file, desk, stoodTwice, violation, answer, all);
    }

    DistrictPage noLongerBy(String personId) {
        Set<String> left = new HashSet<>(representatives);
        left.remove(personId);
        return new DistrictPage(file, desk, stoodTwice, violation, answer, left);
    }

    public DistrictPage standingTwice() {
        return new DistrictPage(file, desk, true, violation, answer, representatives);
    }

    /** Whether the file's plot lies in that district; false for null and while the district is not known. */
    public boolean liesIn(Integer districtNo) {
        return file != null && districtNo != null && file.districtNo() == districtNo;
    }
}
