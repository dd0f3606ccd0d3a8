package ir.parvaneh.notification.message;

import ir.parvaneh.contracts.FileRegistered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * What this service remembers of a file: whom to tell, and the few words that messages use.
 *
 * @param people owner, attorneys and co-owners, by id
 */
public record FileCard(
        List<String> people, String trackingCode, String renovationCode, Integer districtNo, String officeId) {
    public FileCard {
        people = List.copyOf(people);
    }

    /** What the office told may be heard before what the file says of itself: two topics keep no order between them. */
    FileCard registered(FileRegistered file) {
        return new FileCard(
                joinedBy(file.ownerId()).people(),
                file.trackingCode(),
                file.renovationCode(),
                file.districtNo(),
                officeId);
    }

    /** Empty before the file said who it is. */
    public static FileCard of(Document row) {
        if (row == null || row.getList("people", String.class) == null)
            return new FileCard(List.of(), null, null, null, null);
        return new FileCard(
                row.getList("people", String.class),
                row.getString("trackingCode"),
                row.getString("renovationCode"),
                row.getInteger("districtNo"),
                row.getString("officeId"));
    }

    Document row() {
        return new Document("people", new ArrayList<>(people))
                .append("trackingCode", trackingCode)
                .append("renovationCode", renovationCode)
                .append("districtNo", districtNo)
                .append("officeId", officeId);
    }

    FileCard at(String office) {
        return new FileCard(people, trackingCode, renovationCode, districtNo, office);
    }

    FileCard joinedBy(String personId) {
        Set<String> all = new LinkedHashSet<>(people);
        all.add(personId);
        return new FileCard(List.copyOf(all), trackingCode, renovationCode, districtNo, officeId);
    }

    FileCard leftBy(String personId) {
        List<String> rest = people.stream().filter(one -> !one.equals(personId)).toList();
        return new FileCard(rest, trackingCode, renovationCode, districtNo, officeId);
    }
}
