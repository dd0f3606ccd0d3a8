package ir.parvaneh.application.certificate;

import ir.parvaneh.application.permit.CertificatesHeld;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import ir.parvaneh.iran.Tehran;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How places, numbers, certificates and keys are kept and found. */
final class Register {

    private static final String APPLICATION = "applicationId";
    private static final String BUILDING = "building";
    private static final String LIST = "list";
    /** Present when the paper gave way or was taken back. */
    private static final String FLAWED = "flawed";

    /** Present while applications about the building do not know that the paper was taken back. */
    private static final String UNTOLD = "untold";

    private static final int AT_ONCE = 100;
    private static final int MOST_OF_A_BUILDING = 200;
    private static final int MOST_OF_A_LIST = 200_000;

    private final Pages<Certificate> certificates;
    private final Pages<Numbers> numbers;

    Register(Pages<Certificate> certificates, Pages<Numbers> numbers) {
        this.certificates = certificates;
        this.numbers = numbers;
    }

    /** The number given out last in a list. */
    record Numbers(long last) {

        Numbers next() {
            return new Numbers(last + 1);
        }
    }

    static Pages.Definition<Allotted> allotted() {
        return new Pages.Definition<>(
                "certificate-places",
                "/applications/certificate-places",
                Topics.APPLICATIONS,
                Allotted.class,
                file -> Allotted.none(),
                places -> Map.of(),
                List.of(),
                page -> List.of());
    }

    static Pages.Definition<Numbers> numbers() {
        return new Pages.Definition<>(
                "certificate-numbers",
                "/applications/certificate-numbers",
                Topics.APPLICATIONS,
                Numbers.class,
                list -> new Numbers(0),
                last -> Map.of(),
                List.of(),
                page -> List.of());
    }

    /** Certificates by their serial. */
    static Pages.Definition<Certificate> certificates() {
        return new Pages.Definition<>(
                "certificates",
                Sources.CERTIFICATES,
                Topics.APPLICATIONS,
                Certificate.class,
                serial -> Certificate.none(),
                Register::found,
                List.of(Index.on(APPLICATION), Index.on(BUILDING), Index.on(LIST, FLAWED), Index.sparse(UNTOLD)),
                page -> List.of());
    }

    /** Never told to anybody: it has no events. */
    static Pages.Definition<KeyRing> keys() {
        return new Pages.Definition<>(
                "certificate-keys",
                "/applications/certificate-keys",
                Topics.APPLICATIONS,
                KeyRing.class,
                id -> KeyRing.empty(),
                ring -> Map.of(),
                List.of(),
                page -> List.of());
    }

    private static Map<String, Object> found(Certificate certificate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (certificate.exists()) {
            fields.put(APPLICATION, certificate.applicationId());
            fields.put(BUILDING, certificate.building());
            fields.put(LIST, certificate.place().list());
            fields.put(FLAWED, certificate.superseded() != null || certificate.revocation() != null);
            if (certificate.revocation() != null && !certificate.revocation().told()) {
                fields.put(UNTOLD, true);
            }
        }
        return fields;
    }

    Mono<Page<Certificate>> certificate(String serial) {
        return certificates.findFresh(serial).filter(page -> page.body().exists());
    }

    Flux<Certificate> ofApplication(String applicationId) {
        return certificates
                .query(new Document(APPLICATION, applicationId), new Document("_id", 1), MOST_OF_A_BUILDING)
                .map(Page::body);
    }

    Flux<Certificate> ofBuilding(String building) {
        return certificates
                .query(new Document(BUILDING, building), new Document("_id", 1), MOST_OF_A_BUILDING)
                .map(Page::body);
    }

    /** What of a building's papers holds at that instant. */
    Mono<CertificatesHeld> held(String building, Instant now) {
        return ofBuilding(building)
                .filter(certificate -> certificate.standing(now) == Standing.VALID)
                .map(Register::held)
                .sort(Comparator.comparing(CertificatesHeld.Held::serial))
                .collectList()
                .map(CertificatesHeld::new);
    }

    private static CertificatesHeld.Held held(Certificate certificate) {
        return new CertificatesHeld.Held(
                certificate.serial(),
                certificate.kind(),
                Tehran.dateOf(certificate.issuedAt()),
                certificate.validUntil());
    }

    /** Papers that were taken back and whose building's applications were not told. */
    Flux<Certificate> untold() {
        return certificates
                .query(new Document(UNTOLD, true), new Document("_id", 1), AT_ONCE)
                .map(Page::body);
    }

    /** Those of a list that gave way or were taken back. */
    Flux<Certificate> flawed(String list) {
        return certificates
                .query(new Document(LIST, list).append(FLAWED, true), new Document("_id", 1), MOST_OF_A_LIST)
                .map(Page::body);
    }

    /** How many places of a list were given out; empty when there is no such list. */
    Mono<Long> length(String list) {
        return numbers.findFresh(list).map(page -> page.body().last());
    }
}
