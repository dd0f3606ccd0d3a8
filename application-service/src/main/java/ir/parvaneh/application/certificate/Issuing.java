package ir.parvaneh.application.certificate;

import com.nimbusds.jose.JOSEObjectType;
import ir.parvaneh.application.certificate.Orders.Order;
import ir.parvaneh.application.certificate.Orders.Subject;
import ir.parvaneh.application.certificate.Register.Numbers;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.contracts.CertificateIssued;
import ir.parvaneh.contracts.CertificateSuperseded;
import ir.parvaneh.iran.JalaliDate;
import ir.parvaneh.iran.Tehran;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns orders into certificates, step by step, each step a write that may be repeated: a place in the register is
 * allotted and kept, the certificate is made under that serial, older papers give way. Whoever dies between two steps
 * leaves an order that the next one finishes; at worst a number stays unused.
 */
final class Issuing {

    private final Pages<Allotted> allotted;
    private final Pages<Numbers> numbers;
    private final Pages<Certificate> certificates;
    private final Register register;
    private final CertificatePolicy policy;
    private final SigningKeys keys;
    private final CityClock clock;
    private final String city;

    Issuing(
            Pages<Allotted> allotted,
            Pages<Numbers> numbers,
            Pages<Certificate> certificates,
            CertificatePolicy policy,
            SigningKeys keys,
            CityClock clock,
            String city) {
        this.allotted = allotted;
        this.numbers = numbers;
        this.certificates = certificates;
        this.register = new Register(certificates, numbers);
        this.policy = policy;
        this.keys = keys;
        this.clock = clock;
        this.city = city;
    }

    /** Issues what of a file's orders was not issued yet, one after the other. */
    Mono<Void> issue(String file, Orders orders) {
        return allotted.find(file)
                .map(Page::body)
                .defaultIfEmpty(Allotted.none())
                .flatMapMany(known ->
                        Flux.fromIterable(orders.all()).concatMap(order -> issue(file, orders.subject(), order, known)))
                .then();
    }

    private Mono<Void> issue(String file, Subject subject, Order order, Allotted known) {
        return place(file, subject, order, known)
                .flatMap(place -> issued(place)
                        .switchIfEmpty(Mono.defer(() ->
                                signed(drafted(file, subject, order, place)).flatMap(this::made))))
                .flatMap(this::putInPlaceOfOlder);
    }

    private Mono<Certificate> issued(Place place) {
        return register.certificate(place.serial()).map(Page::body);
    }

    /** The place an order has; when it has none, the next number of its list, unless another was quicker. */
    private Mono<Place> place(String file, Subject subject, Order order, Allotted known) {
        return Mono.justOrEmpty(known.place(order.number()))
                .switchIfEmpty(Mono.defer(() -> next(subject, order).flatMap(place -> kept(file, order, place))));
    }

    private Mono<Place> next(Subject subject, Order order) {
        int year = JalaliDate.of(Tehran.dateOf(order.issuedAt())).year();
        String list = Place.list(subject.districtNo(), year);
        return numbers.change(
                        list, Cause.clock(), page -> Verdict.changed(page.body().next()))
                .map(outcome ->
                        new Place(list, Commands.saved(outcome).page().body().last()));
    }

    private Mono<Place> kept(String file, Order order, Place place) {
        return allotted.change(
                        file,
                        Cause.clock(),
                        page -> page.body().place(order.number()).isPresent()
                                ? Verdict.unchanged()
                                : Verdict.changed(page.body().with(order.number(), place)))
                .map(outcome -> Commands.saved(outcome).page().body())
                .flatMap(after -> Mono.justOrEmpty(after.place(order.number())));
    }

    private static Certificate drafted(String file, Subject subject, Order order, Place place) {
        return new Certificate(
                place,
                order.kind(),
                file,
                subject.building(file),
                subject.ownerId(),
                subject.renovationCode(),
                subject.districtNo(),
                order.issuedAt(),
                order.validUntil(),
                order.contents(),
                null,
                null,
                null,
                1);
    }

    private Mono<Certificate> signed(Certificate draft) {
        Statement statement = Statement.of(draft, policy.kinds().get(draft.kind()), city);
        return keys.sign(JOSEObjectType.JWT, statement.json()).map(draft::stating);
    }

    private Mono<Certificate> made(Certificate draft) {
        return certificates
                .change(
                        draft.serial(),
                        Cause.clock(),
                        page -> page.body().exists()
                                ? Verdict.unchanged()
                                : Verdict.changed(draft, new NewEvent("certificate-issued", told(draft))))
                .map(outcome -> Commands.saved(outcome).page().body());
    }

    private static CertificateIssued told(Certificate issued) {
        return new CertificateIssued(
                issued.serial(),
                issued.kind(),
                issued.applicationId(),
                issued.building(),
                issued.districtNo(),
                issued.issuedAt(),
                issued.validUntil());
    }

    private Mono<Void> putInPlaceOfOlder(Certificate newer) {
        Kind kind = policy.kinds().get(newer.kind());
        return register.ofBuilding(newer.building())
                .filter(older -> kind.supersedes().contains(older.kind()) && isOlder(older, newer))
                .concatMap(older -> certificates.change(older.serial(), Cause.clock(), page -> gaveWay(page, newer)))
                .then();
    }

    private static boolean isOlder(Certificate one, Certificate newer) {
        int before = one.issuedAt().compareTo(newer.issuedAt());
        return before < 0 || before == 0 && one.place().number() < newer.place().number();
    }

    private Verdict<Certificate> gaveWay(Page<Certificate> page, Certificate newer) {
        Certificate older = page.body();
        if (older.superseded() != null || older.revocation() != null) {
            return Verdict.unchanged();
        }
        var told = new CertificateSuperseded(older.serial(), older.applicationId(), newer.serial(), clock.now());
        return Verdict.changed(
                older.supersededBy(newer.serial(), told.at(), page.version() + 1),
                new NewEvent("certificate-superseded", told));
    }
}
