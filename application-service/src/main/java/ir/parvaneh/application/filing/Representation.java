package ir.parvaneh.application.filing;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.Representative;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.application.permit.PermitEvidence.Paper;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.RepresentativeAdded;
import ir.parvaneh.contracts.RepresentativeRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may act for an owner. An attorney needs a power of attorney that names municipality and permit [S37]; only the
 * owner says who acts for him, and whoever acts for him may lay it down.
 */
final class Representation {

    private static final int CREATED = 201;
    private static final int MOST = 20;
    private static final Set<String> NEEDED = Set.of("municipality", "take-permit");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]{0,40}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String PAPER = "power-of-attorney";

    private Representation() {}

    static Verdict<ApplicationFile> add(
            Page<ApplicationFile> page, Caller caller, RepresentativeRequest request, Instant now) {
        ApplicationFile file = page.body();
        return refusedToAdd(file, caller, request)
                .<Verdict<ApplicationFile>>map(Verdict::refused)
                .orElseGet(() -> added(page, request.since(page.version() + 1, now), now));
    }

    static Verdict<ApplicationFile> remove(
            Page<ApplicationFile> page, Caller caller, Optional<Refusal> stale, String personId, Instant now) {
        ApplicationFile file = page.body();
        boolean known = file.exists() && file.representative(personId).isPresent();
        return standing(file, caller, personId)
                .or(() -> known ? stale : Optional.of(new Refusal("not-found")))
                .<Verdict<ApplicationFile>>map(Verdict::refused)
                .orElseGet(() -> removed(page, personId, now));
    }

    private static Optional<Refusal> refusedToAdd(ApplicationFile file, Caller caller, RepresentativeRequest request) {
        return standing(file, caller, null)
                .or(() -> file.process().hasEnded() ? Optional.of(ended()) : Optional.empty())
                .or(() -> Ids.isOpaque(request.personId()) ? Optional.empty() : Optional.of(notAnId()))
                .or(() -> plain(request)
                        ? Optional.empty()
                        : Optional.of(new Refusal(
                                "value-not-allowed", Map.of(), List.of(new Fault("/proof", "value-not-allowed")))))
                .or(() -> known(file, request.personId())
                        ? Optional.of(new Refusal("already-a-party"))
                        : Optional.empty())
                .or(() -> tooMany(file)
                        ? Optional.of(new Refusal("too-many-items", Map.of("most", MOST)))
                        : Optional.empty())
                .or(() ->
                        empowered(request) ? Optional.empty() : Optional.of(new Refusal("power-of-attorney-lacking")));
    }

    /** The owner may; a representative may only lay down his own part. */
    private static Optional<Refusal> standing(ApplicationFile file, Caller caller, String leaving) {
        if (!Sight.sees(caller, file)) {
            return Optional.of(new Refusal("not-found"));
        }
        boolean owner = caller.personId().equals(file.ownerId());
        boolean himself = caller.personId().equals(leaving);
        return Sight.actsForOwner(caller, file) && (owner || himself)
                ? Optional.empty()
                : Optional.of(new Refusal("forbidden"));
    }

    /** Kinds, powers and digests are codes: none has room for a name or a number. */
    private static boolean plain(RepresentativeRequest request) {
        boolean powers =
                request.powers().stream().allMatch(power -> CODE.matcher(power).matches());
        Paper proof = request.proof();
        return powers
                && (proof == null
                        || CODE.matcher(String.valueOf(proof.kind())).matches()
                                && DIGEST.matcher(String.valueOf(proof.digest()))
                                        .matches());
    }

    private static Refusal notAnId() {
        return new Refusal("id-invalid", Map.of(), List.of(new Fault("/personId", "id-invalid")));
    }

    private static Refusal ended() {
        return new Refusal("file-ended", Map.of("allowed", List.of()));
    }

    private static boolean known(ApplicationFile file, String personId) {
        return file.ownerId().equals(personId) || file.representative(personId).isPresent();
    }

    private static boolean tooMany(ApplicationFile file) {
        return file.representatives().size() >= MOST;
    }

    private static boolean empowered(RepresentativeRequest request) {
        return switch (request.kind()) {
            case CO_OWNER -> true;
            case ATTORNEY ->
                request.proof() != null
                        && PAPER.equals(request.proof().kind())
                        && request.powers().containsAll(NEEDED);
        };
    }

    private static Verdict<ApplicationFile> added(Page<ApplicationFile> page, Representative added, Instant now) {
        ApplicationFile after = page.body().with(added).touched(page.version() + 1, now);
        var event = new RepresentativeAdded(added.personId(), added.kind().wire(), now);
        return Verdict.changed(after, List.of(new NewEvent("representative-added", event)), CREATED, after.changed());
    }

    private static Verdict<ApplicationFile> removed(Page<ApplicationFile> page, String personId, Instant now) {
        ApplicationFile after =
                page.body().without(personId, page.version() + 1).touched(page.version() + 1, now);
        var event = new RepresentativeRemoved(personId, now);
        return Verdict.changed(after, List.of(new NewEvent("representative-removed", event)), 204, after.changed());
    }
}
