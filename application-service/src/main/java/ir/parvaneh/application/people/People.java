package ir.parvaneh.application.people;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Outcome;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Saved;
import ir.parvaneh.chassis.store.Sha256;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Refused;
import java.util.Base64;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The one way to what people told about themselves: each reading is written into the person's chain first, then told. */
public final class People {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]{1,39}");
    private static final int SAME_NUMBER = 20;

    private final Pages<Profile> pages;
    private final Vault vault;
    private final CityClock clock;

    People(Pages<Profile> pages, Vault vault, CityClock clock) {
        this.pages = pages;
        this.vault = vault;
        this.clock = clock;
    }

    /** A profile as it was read, and the version that last changed it. */
    record Reading(KnownPerson person, long changed) {}

    /**
     * A person's name and numbers; {@code not-found} when he told none, {@code person-erased} when his key was erased.
     *
     * @param reader id of the person or service that reads
     * @param purpose a code of lower-case letters and hyphens, such as {@code certificate}
     */
    public Mono<KnownPerson> read(String personId, String reader, String purpose) {
        return reading(personId, reader, purpose).map(Reading::person);
    }

    Mono<Reading> reading(String personId, String reader, String purpose) {
        var event = new NewEvent(ProfileEvents.READ, new ProfileEvents.Read(reader, code(purpose), clock.now()));
        return pages.change(
                        personId,
                        Cause.clock(),
                        page -> unreadable(page.body())
                                ? Verdict.refused(new Refusal(page.body().isErased() ? "person-erased" : "not-found"))
                                : Verdict.changed(page.body(), event))
                .map(Commands::saved)
                .map(saved -> opened(saved.page()));
    }

    private static boolean unreadable(Profile profile) {
        return !profile.isReadable();
    }

    private Reading opened(Page<Profile> page) {
        Identity identity = vault.open(page.id(), page.body());
        return new Reading(KnownPerson.of(page.id(), identity), page.body().changed());
    }

    /** Who told this national ID (ten digits); finding him is a reading. */
    Flux<String> withNationalId(String digits, String reader, String purpose) {
        return with("nationalIdSign", vault.index().ofNationalId(digits), reader, purpose);
    }

    /** Who told this mobile (eleven digits); finding him is a reading. */
    Flux<String> withMobile(String digits, String reader, String purpose) {
        return with("mobileSign", vault.index().ofMobile(digits), reader, purpose);
    }

    private Flux<String> with(String field, String sign, String reader, String purpose) {
        return pages.query(Filters.eq(field, sign), Sorts.ascending("_id"), SAME_NUMBER)
                .concatMap(page -> read(page.id(), reader, purpose).map(KnownPerson::personId));
    }

    /** What a person tells replaces what he told before. */
    Mono<Saved<Profile>> introduce(String personId, ProfileRequest request, Long seen) {
        return pages.change(personId, Cause.clock(), page -> introduced(page, request, seen))
                .map(Commands::saved);
    }

    private Verdict<Profile> introduced(Page<Profile> page, ProfileRequest request, Long seen) {
        if (seen != null && seen != page.body().changed()) {
            return Verdict.refused(new Refusal("stale-version"));
        }
        return switch (Introduction.of(request)) {
            case Introduction.Refused(Refusal why) -> Verdict.refused(why);
            case Introduction.Told(Identity identity) -> sealed(page, identity);
        };
    }

    private Verdict<Profile> sealed(Page<Profile> page, Identity identity) {
        Profile after = vault.seal(page.id(), identity, page.body(), page.version() + 1);
        var event = new ProfileEvents.Changed(digest(after.sealed()), clock.now());
        return Verdict.changed(after, new NewEvent(ProfileEvents.CHANGED, event));
    }

    /** Of what is encrypted: it tells nothing of what is inside. */
    private static String digest(String sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(sealed));
    }

    /** Erases a person's key: what he told stays sealed for ever, his chain stays whole. Doing it again changes nothing. */
    Mono<Outcome<Profile>> erase(String personId, String by, String reason, Cause cause) {
        var event = new NewEvent(ProfileEvents.ERASED, new ProfileEvents.Erased(by, code(reason), clock.now()));
        return pages.change(personId, cause, page -> {
            Profile profile = page.body();
            if (profile.isBlank()) {
                return Verdict.refused(new Refusal("not-found"));
            }
            return profile.isErased()
                    ? Verdict.unchanged()
                    : Verdict.changed(profile.erased(page.version() + 1), event);
        });
    }

    static String code(String text) {
        if (text == null || !CODE.matcher(text).matches()) {
            throw Refused.at("parameter-invalid", "purpose");
        }
        return text;
    }
}
