package ir.parvaneh.office.page;

import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.contracts.VisitRecorded;
import ir.parvaneh.office.ledger.InPerson;
import ir.parvaneh.office.visit.SiteVisit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The office's page of a file: whose it is, which office has it, what its people and its engineers have to do, and the site visit.
 *
 * @param file what the file said of itself, or null until it did
 * @param representatives who may act beside the owner, by id: attorneys whose power was judged by the file, and co-owners
 * @param officeId null until an office was given the file; nobody finds the page before
 * @param visit the site visit of the last round, or null
 * @param inPerson who stood where, oldest first
 */
public record OfficePage(
        FileRegistered file,
        List<String> representatives,
        String officeId,
        Desk desk,
        SiteVisit visit,
        List<InPerson> inPerson) {
    public OfficePage {
        representatives = representatives == null ? List.of() : List.copyOf(representatives);
        desk = desk == null ? Desk.EMPTY : desk;
        inPerson = inPerson == null ? List.of() : List.copyOf(inPerson);
    }

    public static OfficePage blank() {
        return new OfficePage(null, List.of(), null, Desk.EMPTY, null, List.of());
    }

    OfficePage about(FileRegistered registered) {
        return new OfficePage(registered, representatives, officeId, desk, visit, inPerson);
    }

    OfficePage representedBy(String personId) {
        List<String> all = new ArrayList<>(without(personId));
        all.add(personId);
        return new OfficePage(file, all, officeId, desk, visit, inPerson);
    }

    OfficePage noLongerBy(String personId) {
        return new OfficePage(file, without(personId), officeId, desk, visit, inPerson);
    }

    private List<String> without(String personId) {
        return representatives.stream().filter(one -> !one.equals(personId)).toList();
    }

    /** Owner, attorney or co-owner: each may answer the office as the owner may. */
    boolean isParty(String personId) {
        return file != null && file.ownerId().equals(personId) || representatives.contains(personId);
    }

    /** Everybody for whom the file is a matter of his own. */
    Set<String> parties() {
        Set<String> parties = new HashSet<>(representatives);
        parties.add(file.ownerId());
        return parties;
    }

    OfficePage at(String office) {
        return new OfficePage(file, representatives, office, desk, visit, inPerson);
    }

    public OfficePage with(Desk changed) {
        return new OfficePage(file, representatives, officeId, changed, visit, inPerson);
    }

    public OfficePage with(SiteVisit changed) {
        return new OfficePage(file, representatives, officeId, desk, changed, inPerson);
    }

    /** One more line in the ledger. */
    public OfficePage visited(VisitRecorded line, long version) {
        List<InPerson> all = new ArrayList<>(inPerson);
        all.add(new InPerson(inPerson.size() + 1, line, version));
        return new OfficePage(file, representatives, officeId, desk, visit, all);
    }
}
