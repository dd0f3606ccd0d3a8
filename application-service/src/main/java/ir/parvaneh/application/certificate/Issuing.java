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
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns an order into a certificate, step by step, each step a write that may be repeated: a place in the register is
 * allotted and kept with the order, the certificate is made under that serial, older papers give way, the order is
 * done. Whoever dies between two steps leaves an order that the next one finishes; at worst a number stays unused.
 */
final class Issuing {

    private final Pages<Orders> orders;
    private final Pages<Numbers> numbers;
    private final Pages<Certificate> certificates;
    private final Register register;
    private final CertificatePolicy policy;
    private final SigningKeys keys;
    private final CityClock clock;
    private final String city;

    Issuing(
            Pages<Orders> orders,
            Pages<Numbers> numbers,
            Pages<Certificate> certificates,
            CertificatePolicy policy,
            SigningKeys keys,
            CityClock clock,
            String city) {
        this.orders = orders;
        this.numbers = numbers;
        this.certificates = certificates;
        this.register = new Register(certificates, numbers);
        this.policy = policy;
        this.keys = keys;
        this.clock = clock;
        this.city = city;
    }

    /** Finishes what is open, the oldest first; one file's orders one after the other. */
    Mono<Void> finishOpen(int most, int sideBySide) {
        return Register.open(orders, most).flatMap(this::finish, sideBySide).then();
    }

    Mono<Void> finish(Page<Orders> page) {
        Subject subject = page.body().subject();
        return Flux.fromIterable(page.body().all())
                .filter(order -> !order.done())
                .concatMap(order -> place(page.id(), subject, order)
                        .map(place -> drafted(page.id(), subject, order, place))
                        .flatMap(this::signed)
                        .flatMap(this::made)
                        .flatMap(this::putInPlaceOfOlder)
                        .then(changed(page.id(), order, Order::finished)))
                .then();
    }

    /** The place an order has; when it has none, the next number of its list, unless another was quicker. */
    private Mono<Place> place(String file, Subject subject, Order order) {
        if (order.place() != null) {
            return Mono.just(order.place());
        }
        int year = JalaliDate.of(Tehran.dateOf(order.issuedAt())).year();
        String list = Place.list(subject.districtNo(), year);
        return numbers.change(
                        list, Cause.clock(), page -> Verdict.changed(page.body().next()))
                .map(outcome -> Commands.saved(outcome).page().body().last())
                .flatMap(number ->
                        changed(file, order, kept -> kept.place() == null ? kept.at(new Place(list, number)) : kept))
                .map(Order::place);
    }

    private Mono<Order> changed(String file, Order order, UnaryOperator<Order> change) {
        return orders.change(file, Cause.clock(), page -> {
                    Orders after = page.body().changing(order.number(), change);
                    return after.equals(page.body()) ? Verdict.unchanged() : Verdict.changed(after);
                })
                .map(outcome -> Commands.saved(outcome).page().body())
                .flatMap(after -> Mono.justOrEmpty(after.order(order.number())));
    }

    private static Certificate drafted(String file, Subject subject, Order order, Place place) {
        return new Certificate(
                place,
                order.kind(),
                file,
                subject.permitId() == null ? file : subject.permitId(),
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
        return !one.serial().equals(newer.serial()) && !one.issuedAt().isAfter(newer.issuedAt());
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
