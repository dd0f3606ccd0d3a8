package ir.parvaneh.office.page;

import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.contracts.VisitRecorded;
import ir.parvaneh.office.ledger.InPerson;
import ir.parvaneh.office.visit.SiteVisit;
import java.util.ArrayList;
import java.util.List;

/**
 * The office's page of a file: whose it is, which office has it, what its people and its engineers have to do, and the site visit.
 *
 * @param file what the file said of itself, or null until it did
 * @param officeId null until an office was given the file; nobody finds the page before
 * @param visit the site visit of the last round, or null
 * @param inPerson who stood where, oldest first
 */
public record OfficePage(FileRegistered file, String officeId, Desk desk, SiteVisit visit, List<InPerson> inPerson) {
    public OfficePage {
        desk = desk == null ? Desk.EMPTY : desk;
        inPerson = inPerson == null ? List.of() : List.copyOf(inPerson);
    }

    public static OfficePage blank() {
        return new OfficePage(null, null, Desk.EMPTY, null, List.of());
    }

    OfficePage about(FileRegistered registered) {
        return new OfficePage(registered, officeId, desk, visit, inPerson);
    }

    OfficePage at(String office) {
        return new OfficePage(file, office, desk, visit, inPerson);
    }

    public OfficePage with(Desk changed) {
        return new OfficePage(file, officeId, changed, visit, inPerson);
    }

    public OfficePage with(SiteVisit changed) {
        return new OfficePage(file, officeId, desk, changed, inPerson);
    }

    /** One more line in the ledger. */
    public OfficePage visited(VisitRecorded line, long version) {
        List<InPerson> all = new ArrayList<>(inPerson);
        all.add(new InPerson(inPerson.size() + 1, line, version));
        return new OfficePage(file, officeId, desk, visit, all);
    }
}
