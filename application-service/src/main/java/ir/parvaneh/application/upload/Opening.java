package ir.parvaneh.application.upload;

import ir.parvaneh.application.content.ContentDigest;
import ir.parvaneh.application.document.HeldPaper;
import ir.parvaneh.application.document.HeldPapers;
import ir.parvaneh.application.document.PaperKind;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.screening.FileNames;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.iran.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What is asked of an upload before its first byte: nobody sends megabytes to be told what could be told at once. */
final class Opening {

    private final PaperKinds kinds;
    private final HeldPapers papers;
    private final int longestName;

    Opening(PaperKinds kinds, HeldPapers papers, int longestName) {
        this.kinds = kinds;
        this.papers = papers;
        this.longestName = longestName;
    }

    /** Why the upload may not be opened; empty when it may. */
    Mono<Refusal> refused(ApplicationFile file, UploadRequest request, Instant now) {
        Optional<Refusal> plain = plain(file, request);
        return plain.isPresent() ? Mono.just(plain.get()) : held(file, request, now);
    }

    private Optional<Refusal> plain(ApplicationFile file, UploadRequest request) {
        if (file.process().hasEnded()) {
            return Optional.of(new Refusal("file-ended", Map.of("allowed", List.of())));
        }
        Optional<PaperKind> kind = kinds.kind(request.kind()).filter(known -> known.proof() == null);
        return kind.isEmpty()
                ? Optional.of(at("paper-kind-unknown", "/kind", Map.of("known", kinds.names())))
                : FileNames.fault(request.name(), longestName)
                        .or(() -> personal(request))
                        .or(() -> measure(kind.get(), request));
    }

    private static Optional<Refusal> personal(UploadRequest request) {
        return PersonalData.find(request.name()).isEmpty()
                ? Optional.empty()
                : Optional.of(at("personal-data-in-text", "/name", Map.of()));
    }

    private static Optional<Refusal> measure(PaperKind kind, UploadRequest request) {
        if (!ContentDigest.isOne(request.sha256())) {
            return Optional.of(at("digest-invalid", "/sha256", Map.of()));
        }
        if (request.lengthBytes() <= 0) {
            return Optional.of(at("upload-empty", "/lengthBytes", Map.of()));
        }
        return request.lengthBytes() > kind.largestBytes()
                ? Optional.of(at("upload-too-large", "/lengthBytes", Map.of("mostMib", kind.largestMib())))
                : Optional.empty();
    }

    /** A content that counts already is not sent again; a new version is one of a paper that is held. */
    private Mono<Refusal> held(ApplicationFile file, UploadRequest request, Instant now) {
        return papers.of(file)
                .collectList()
                .flatMap(all -> Mono.justOrEmpty(sameContent(all, request, now).or(() -> notAVersion(all, request))));
    }

    private static Optional<Refusal> sameContent(List<HeldPaper> all, UploadRequest request, Instant now) {
        return all.stream()
                .filter(paper -> paper.kind().equals(request.kind()) && paper.counts(now))
                .filter(paper -> paper.latest().digest().equals(request.sha256()))
                .findFirst()
                .map(paper -> new Refusal("paper-already-held", Map.of("documentId", paper.id())));
    }

    private static Optional<Refusal> notAVersion(List<HeldPaper> all, UploadRequest request) {
        boolean known = request.documentId() == null
                || all.stream()
                        .anyMatch(paper -> paper.id().equals(request.documentId())
                                && paper.kind().equals(request.kind()));
        return known ? Optional.empty() : Optional.of(at("document-unknown", "/documentId", Map.of()));
    }

    private static Refusal at(String code, String pointer, Map<String, Object> details) {
        return new Refusal(code, details, List.of(new Fault(pointer, code)));
    }
}
