package ir.parvaneh.application.filing;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.Facts;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.Identifiers;
import ir.parvaneh.application.file.Ruling;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.iran.IdentifierFault;
import ir.parvaneh.iran.Parsed;
import ir.parvaneh.iran.RenovationCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Begins a file for its owner. The district must be that of the plot; the office never follows from it [S6]. */
final class Drafting {

    private static final int CREATED = 201;

    private final FileJudge judge;
    private final RequestTypes types;

    Drafting(FileJudge judge, RequestTypes types) {
        this.judge = judge;
        this.types = types;
    }

    Verdict<ApplicationFile> draft(
            Page<ApplicationFile> page, String ownerId, DraftRequest request, String trackingCode, Instant now) {
        if (!types.areOffered(request.requestType())) {
            return refuse("request-type-not-offered", "/requestType", Map.of("offered", types.offered()));
        }
        if (request.officeWish() != null && !Ids.isOpaque(request.officeWish())) {
            return refuse("id-invalid", "/officeWish", Map.of());
        }
        return switch (RenovationCode.parse(request.renovationCode())) {
            case Parsed.Refused<RenovationCode>(IdentifierFault why) -> invalid(why);
            case Parsed.Valid<RenovationCode>(RenovationCode code, var doubts) ->
                code.districtNo() == request.districtNo()
                        ? begin(page, facts(ownerId, request, code, trackingCode), now)
                        : refuse("district-differs", "/districtNo", Map.of("districtNo", code.districtNo()));
        };
    }

    private Verdict<ApplicationFile> begin(Page<ApplicationFile> page, Facts facts, Instant now) {
        Ruling.Moved begun = judge.begin(page, facts, now);
        return Verdict.changed(
                begun.file(), begun.events(), CREATED, begun.file().changed());
    }

    private static Facts facts(String ownerId, DraftRequest request, RenovationCode code, String trackingCode) {
        return new Facts(
                ownerId, request.requestType(), code.toString(), code.districtNo(), request.officeWish(), trackingCode);
    }

    private static Verdict<ApplicationFile> invalid(IdentifierFault why) {
        return Verdict.refused(Identifiers.refused("renovation-code-invalid", "/renovationCode", why));
    }

    private static Verdict<ApplicationFile> refuse(String code, String pointer, Map<String, Object> details) {
        return Verdict.refused(new Refusal(code, details, List.of(new Fault(pointer, code))));
    }
}
