package ir.parvaneh.application.certificate;

import ir.parvaneh.application.certificate.Register.Numbers;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.PaperMoments;
import ir.parvaneh.application.file.TermCalendar;
import ir.parvaneh.application.requests.CertificatesOfBuilding;
import ir.parvaneh.application.requests.Telling;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Rounds;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The beans of this package. Settings: {@code parvaneh.public-url}, where papers send their readers, and
 * {@code parvaneh.certificates.secret}, under which private keys are stored; the default serves development.
 */
@Configuration(proxyBeanMethods = false)
class CertificateParts {

    private static final Duration EACH = Duration.ofMillis(500);
    private static final String CITY = "${parvaneh.public-url:http://127.0.0.1:8080}";

    @Bean
    CertificatePolicy certificatePolicy() {
        return CertificatePolicy.load();
    }

    @Bean
    Pages<Allotted> certificatePlaces(Store store) {
        return store.pages(Register.allotted());
    }

    @Bean
    Pages<Numbers> certificateNumbers(Store store) {
        return store.pages(Register.numbers());
    }

    @Bean
    Pages<Certificate> certificates(Store store) {
        return store.pages(Register.certificates());
    }

    @Bean
    Register register(Pages<Certificate> certificates, Pages<Numbers> numbers) {
        return new Register(certificates, numbers);
    }

    @Bean
    SigningKeys signingKeys(
            Store store,
            CityClock clock,
            @Value("${parvaneh.certificates.secret:for development only}") String secret) {
        return new SigningKeys(store.pages(Register.keys()), new KeySeal(secret), clock);
    }

    @Bean
    PaperMoments paperMoments(CertificatePolicy policy) {
        return policy::ordersPaper;
    }

    @Bean
    Issuing issuing(
            Pages<Allotted> places,
            Pages<Numbers> numbers,
            Pages<Certificate> certificates,
            CertificatePolicy policy,
            SigningKeys keys,
            CityClock clock,
            @Value(CITY) String city) {
        return new Issuing(places, numbers, certificates, policy, keys, clock, city);
    }

    @Bean
    Rounds certificateRounds(
            Pages<ApplicationFile> files,
            Pages<Certificate> certificates,
            Register register,
            CertificatePolicy policy,
            TermCalendar calendar,
            Issuing issuing,
            Telling telling) {
        DuePapers due = new DuePapers(files, new OrderReading(policy, calendar), issuing, telling);
        Withdrawn withdrawn = new Withdrawn(certificates, register, telling);
        return new Rounds()
                .each(EACH, "papers due", due::sweep)
                .each(EACH, "papers taken back that applications do not know of", withdrawn::sweep);
    }

    @Bean
    CertificatesOfBuilding certificatesOfBuilding(Register register, CityClock clock) {
        return building -> register.held(building, clock.now());
    }

    @Bean
    CertificatePaper certificatePaper(CertificatePolicy policy, @Value(CITY) String city) {
        return new CertificatePaper(policy, city);
    }

    @Bean
    StatusLists statusLists(Register register, SigningKeys keys, CityClock clock, @Value(CITY) String city) {
        return new StatusLists(register, keys, clock, city);
    }

    @Bean
    Verification verification(Register register, SigningKeys keys, CertificatePolicy policy, CityClock clock) {
        return new Verification(register, keys, policy, clock);
    }

    @Bean
    VerificationPage verificationPage() {
        return new VerificationPage();
    }
}
