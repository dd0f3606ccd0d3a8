package ir.parvaneh.district.page;

import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.contracts.DocketClosed;
import ir.parvaneh.contracts.FileRegistered;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The district's page of a file.
 *
 * @param file what the file said of itself, or null until it did; no desk of a district has the page before
 * @param stoodTwice it was told that the citizen had to stand at both the office and the district
 * @param representatives who may act beside the owner, by id
 * @param answer what the commission's last docket came to, while no stage has taken it; or null
 * @param violation the last violation form on the file, or null; a docket of article 100 is opened by it
 * @param usage what the file last said the building is for, or null
 * @param leftBy who had the file leave its last stage since a violation is known; or null
 * @param docket the last docket that was opened on the file, or null
 */
public record DistrictPage(
        FileRegistered file,
        Desk desk,
        boolean stoodTwice,
        ViolationForm violation,
        Answer answer,
        Set<String> representatives,
        String usage,
        String leftBy,
        KnownDocket docket) {
    /** The stage in which a file waits for the commission of article 100. */
    static final String ARTICLE_100 = "article-100";

    /** A docket that was closed, and how. @param opening of the stage it was opened for, or null */
    record Answer(String docketId, Long opening, DocketClosed closed) {
        boolean fits(Task task) {
            return opening == null || opening == task.opening();
        }
    }

    public DistrictPage {
        desk = desk == null ? Desk.EMPTY : desk;
        representatives = representatives == null ? Set.of() : Set.copyOf(representatives);
    }

    public static DistrictPage blank() {
        return of(null);
    }

    /** The page of a file that has said only what it is. */
    public static DistrictPage of(FileRegistered registered) {
        return new DistrictPage(registered, Desk.EMPTY, false, null, null, null, null, null, null);
    }

    DistrictPage about(FileRegistered registered) {
        return new DistrictPage(
                registered, desk, stoodTwice, violation, answer, representatives, usage, leftBy, docket);
    }

    DistrictPage with(Desk changed) {
        return new DistrictPage(file, changed, stoodTwice, violation, answer, representatives, usage, leftBy, docket);
    }

    /** A newer violation is not answered by what a docket said of an older one. */
    public DistrictPage with(ViolationForm found) {
        return new DistrictPage(file, desk, stoodTwice, found, null, representatives, usage, leftBy, docket);
    }

    /** With what a docket came to, or with null once a stage has taken it. */
    DistrictPage answered(Answer given) {
        return new DistrictPage(file, desk, stoodTwice, violation, given, representatives, usage, leftBy, docket);
    }

    DistrictPage with(KnownDocket known) {
        return new DistrictPage(file, desk, stoodTwice, violation, answer, representatives, usage, leftBy, known);
    }

    /** The same page when that is the use the file speaks of; null says nothing. */
    DistrictPage usedAs(String told) {
        return told == null || told.equals(usage)
                ? this
                : new DistrictPage(file, desk, stoodTwice, violation, answer, representatives, told, leftBy, docket);
    }

    /** Who leaves a stage is of interest once there is a violation: he may refer it by that. */
    DistrictPage leftBy(String who) {
        return violation == null || Objects.equals(who, leftBy)
                ? this
                : new DistrictPage(file, desk, stoodTwice, violation, answer, representatives, usage, who, docket);
    }

    DistrictPage representedBy(String personId) {
        Set<String> all = new HashSet<>(representatives);
        all.add(personId);
        return represented(all);
    }

    DistrictPage noLongerBy(String personId) {
        Set<String> left = new HashSet<>(representatives);
        left.remove(personId);
        return represented(left);
    }

    private DistrictPage represented(Set<String> people) {
        return new DistrictPage(file, desk, stoodTwice, violation, answer, people, usage, leftBy, docket);
    }

    public DistrictPage standingTwice() {
        return new DistrictPage(file, desk, true, violation, answer, representatives, usage, leftBy, docket);
    }

    /** Whether the file's plot lies in that district; false for null and while the district is not known. */
    public boolean liesIn(Integer districtNo) {
        return file != null && districtNo != null && file.districtNo() == districtNo;
    }

    /** The task of the commission of article 100 that is not decided. */
    public Optional<Task> waitsForCommission() {
        return desk.tasks().stream()
                .filter(task -> task.isWaiting() && task.stage().equals(ARTICLE_100))
                .findFirst();
    }

    /** The commission's task, when the file was referred with a form and no docket is known that will answer it. */
    public Optional<Task> docketDue() {
        return file == null || violation == null || docket != null && docket.open()
                ? Optional.empty()
                : waitsForCommission().filter(task -> !hasDocketOf(task.opening()) && !isAnswered(task));
    }

    private boolean hasDocketOf(long opening) {
        return docket != null && docket.opening() != null && docket.opening() == opening;
    }

    private boolean isAnswered(Task task) {
        return answer != null && answer.fits(task);
    }
}
