package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.web.Refused;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Finds dockets within what the caller may see; no query is built without that scope. Newest change first. */
final class DocketLists {
    private static final Document NEWEST = new Document(DocketPages.PLACE, -1);

    private final Pages<Docket> dockets;

    DocketLists(Pages<Docket> dockets) {
        this.dockets = dockets;
    }

    /** What is asked for; null is anything. */
    record Search(String stage, String applicationId) {}

    /** At most that many dockets behind the place, null for the first ones. */
    Mono<List<Docket>> list(Caller caller, Search search, String after, int most) {
        Document filter = scope(caller);
        putIfAsked(filter, DocketPages.STAGE, search.stage());
        putIfAsked(filter, DocketPages.APPLICATION, search.applicationId());
        if (after != null) {
            filter.append(DocketPages.PLACE, new Document("$lt", after));
        }
        return dockets.query(filter, NEWEST, most)
                .map(Page::body)
                .filter(Docket::exists)
                .collectList();
    }

    /** The docket of an application that is not closed. */
    Mono<Docket> open(String applicationId) {
        return dockets.query(new Document(DocketPages.APPLICATION, applicationId), NEWEST, 20)
                .map(Page::body)
                .filter(docket -> docket.exists() && !docket.process().hasEnded())
                .next();
    }

    private static void putIfAsked(Document filter, String field, String value) {
        if (value != null) {
            filter.append(field, value);
        }
    }

    private static Document scope(Caller caller) {
        if (DocketSight.seesAll(caller)) {
            return new Document();
        }
        if (DocketSight.isOfADistrict(caller)) {
            return new Document(DocketPages.DISTRICT, caller.districtNo().longValue());
        }
        return seat(caller)
                .map(seat -> new Document(DocketPages.field(seat), caller.personId()))
                .orElseGet(() -> own(caller));
    }

    private static Optional<Seat> seat(Caller caller) {
        return Stream.of(Seat.values())
                .filter(seat -> caller.hasRole(seat.role()))
                .findFirst();
    }

    private static Document own(Caller caller) {
        if (!caller.hasRole(DocketSight.CITIZEN)) {
            throw new Refused("forbidden");
        }
        if (DocketSight.actsForAnOwner(caller)) {
            return new Document();
        }
        return new Document(DocketPages.OWNER, Objects.requireNonNull(caller.personId()));
    }
}
