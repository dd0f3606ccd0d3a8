package ir.parvaneh.application.slip;

import ir.parvaneh.application.fee.Tariffs;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileDoor;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.HostedProcesses;
import ir.parvaneh.application.payment.Nonces;
import ir.parvaneh.application.payment.PaymentProvider;
import ir.parvaneh.application.permit.TariffedFees;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Rounds;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.stream.Inbox;
import ir.parvaneh.chassis.stream.Streams;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The beans of this package. Settings below {@code parvaneh.payments}: {@code draw-each} and {@code reconcile-each} (how
 * often is looked), {@code reconcile-after} (how long a payment is left alone before the provider is asked).
 */
@Configuration(proxyBeanMethods = false)
class SlipParts {

    /** The name of the inbox in which files read their slips. */
    static final String INBOX = "slips";

    /** The name of the inbox in which slips of fines read their dockets. */
    static final String FINES = "fines";

    @Bean
    Door moneyDoor(FileDoor door) {
        return new Door(door);
    }

    @Bean
    Pages<Slip> slips(Store store) {
        return store.pages(SlipPages.definition());
    }

    @Bean
    PaymentPolicy paymentPolicy() {
        return PaymentPolicy.load();
    }

    @Bean
    SlipDecisions slipDecisions(PaymentPolicy policy) {
        return new SlipDecisions(policy);
    }

    @Bean
    BillNumbers billNumbers(Store store) {
        return new BillNumbers(store.rows("bills", List.of(Index.on("applicationId"))));
    }

    @Bean
    FineBills fineBills(Pages<Slip> slips, PaymentPolicy policy, BillNumbers bills, CityClock clock) {
        return new FineBills(slips, policy, bills, clock);
    }

    @Bean
    Inbox<Slip> finesOfDockets(Streams streams, Pages<Slip> slips, CityClock clock) {
        Map<String, String> topics = Map.of(Sources.DOCKETS, Topics.DISTRICTS);
        return streams.inbox(FINES, slips, topics, new FinesOfDockets(clock));
    }

    @Bean
    TariffedFees tariffedFees(Tariffs tariffs) {
        return HostedProcesses.fees(tariffs);
    }

    @Bean
    Drawing drawing(
            Pages<ApplicationFile> files,
            Pages<Slip> slips,
            SlipDecisions decisions,
            TariffedFees fees,
            Overpayments overpayments,
            BillNumbers bills,
            CityClock clock) {
        return new Drawing(files, slips, decisions, overpayments, bills, fees, clock);
    }

    @Bean
    Overpayments overpayments(Pages<Slip> slips, CityClock clock) {
        return new Overpayments(slips, clock);
    }

    @Bean
    Reconciliation reconciliation(
            Pages<Slip> slips,
            PaymentProvider provider,
            CityClock clock,
            @Value("${parvaneh.payments.reconcile-after:PT2S}") Duration after) {
        return new Reconciliation(slips, provider, clock, InstantSource.system(), after);
    }

    @Bean
    Rounds slipRounds(
            Drawing drawing,
            FineBills fineBills,
            Reconciliation reconciliation,
            Overpayments overpayments,
            Nonces nonces,
            @Value("${parvaneh.payments.draw-each:PT0.2S}") Duration drawEach,
            @Value("${parvaneh.payments.reconcile-each:PT1S}") Duration reconcileEach) {
        return new Rounds()
                .each(drawEach, "slips to draw", drawing::sweep)
                .each(drawEach, "fines to issue", fineBills::sweep)
                .each(reconcileEach, "overpayments to place", overpayments::sweep)
                .each(reconcileEach, "payments to settle", reconciliation::sweep)
                .each(Duration.ofMinutes(10), "old nonces", nonces::forget);
    }

    @Bean
    Inbox<ApplicationFile> slipsOfTheFile(
            Streams streams, Pages<ApplicationFile> files, FileJudge judge, CityClock clock) {
        Map<String, String> topics = Map.of(Sources.SLIPS, Topics.APPLICATIONS);
        return streams.inbox(INBOX, files, topics, new SlipsOfTheFile(judge, clock));
    }
}
