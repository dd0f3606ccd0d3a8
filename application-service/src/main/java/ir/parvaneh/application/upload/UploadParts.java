package ir.parvaneh.application.upload;

import ir.parvaneh.application.checklist.PapersOfTheFile;
import ir.parvaneh.application.content.ContentStore;
import ir.parvaneh.application.document.HeldPapers;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.screening.Screening;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Rounds;
import ir.parvaneh.chassis.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The beans of this package. Setting: {@code parvaneh.content.folder}, below which part files lie too. */
@Configuration(proxyBeanMethods = false)
class UploadParts {

    /** Screening reads whole files: a few at once keep the disk busy and the heap small. */
    private static final int SCREENED_AT_ONCE = 4;

    private static final int QUEUED = 10_000;

    @Bean
    UploadPolicy uploadPolicy() {
        return UploadPolicy.load();
    }

    @Bean
    Uploads uploads(Store store, UploadPolicy policy) {
        return new Uploads(store.pages(Uploads.definition()), policy, InstantSource.system());
    }

    @Bean
    PartFiles partFiles(@Value("${parvaneh.content.folder}") Path folder, UploadPolicy policy) {
        return new PartFiles(folder.resolve("arriving"), policy.silentFor());
    }

    @Bean
    Opening opening(PaperKinds kinds, HeldPapers papers, Screening screening) {
        return new Opening(kinds, papers, screening.policy().nameCharacters());
    }

    @Bean(destroyMethod = "dispose")
    Scheduler screeners() {
        return Schedulers.newBoundedElastic(SCREENED_AT_ONCE, QUEUED, "screening");
    }

    @Bean
    Completing completing(
            Uploads uploads,
            PartFiles parts,
            PaperKinds kinds,
            Screening screening,
            ContentStore contents,
            HeldPapers papers,
            PapersOfTheFile standing,
            CityClock clock,
            Scheduler screeners) {
        return new Completing(uploads, parts, kinds, screening, contents, papers, standing, clock, screeners);
    }

    /** What arrived of uploads that can no longer be completed is removed, by real time. */
    @Bean
    Rounds forgottenUploads(PartFiles parts, UploadPolicy policy) {
        return new Rounds()
                .each(
                        Duration.ofHours(1),
                        "forgotten uploads",
                        () -> parts.removeOlderThan(Instant.now().minus(policy.openFor())));
    }
}
