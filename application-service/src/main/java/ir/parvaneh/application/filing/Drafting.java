package ir.parvaneh.application.filing;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.Facts;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.Identifiers;
import ir.parvaneh.application.file.Representative;
import ir.parvaneh.application.file.Request;
import ir.parvaneh.application.file.Ruling;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.application.filing.RequestTypes.RequestType;
import ir.parvaneh.application.permit.PermitProcess;
import ir.parvaneh.application.permit.SlipAccount;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.RepresentativeAdded;
import ir.parvaneh.iran.IdentifierFault;
import ir.parvaneh.iran.Parsed;
import ir.parvaneh.iran.RenovationCode;
import ir.parvaneh.process.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Begins a file for its owner. The district must be that of the plot; the office never follows from it [S6]. What is
 * about a permit begins with what the permit says of itself, for the permit's owner.
 */
final class Drafting {

    private static final int CREATED = 201;

    private final FileJudge judge;
    private final RequestTypes types;

    Drafting(FileJudge judge, RequestTypes types) {
        this.judge = judge;
        this.types = types;
    }

    /**
     * A permit that a request names.
     *
     * @param said what it says of itself; nothing while it was never issued
     */
    record Named(ApplicationFile permit, List<Evidence> said) {}

    /** @param named the permit the request names, when there is one of that id */
    Verdict<ApplicationFile> draft(
            Page<ApplicationFile> page,
            Caller caller,
            DraftRequest request,
            Optional<Named> named,
            String trackingCode,
            Instant now) {
        Optional<RequestType> type = types.find(request.requestType());
        if (type.isEmpty()) {
            return refuse("request-type-not-offered", "/requestType", Map.of("offered", types.offered()));
        }
        if (request.officeWish() != null && !Ids.isOpaque(request.officeWish())) {
            return refuse("id-invalid", "/officeWish", Map.of());
        }
        return type.get().isAboutAPermit()
                ? aboutPermit(page, caller, request, type.get(), named, trackingCode, now)
                : aboutPlot(page, caller, request, type.get(), trackingCode, now);
    }

    private Verdict<ApplicationFile> aboutPlot(
            Page<ApplicationFile> page,
            Caller caller,
            DraftRequest request,
            RequestType type,
            String trackingCode,
            Instant now) {
        if (request.permitId() != null) {
            return refuse("permit-unwanted", "/permitId", Map.of());
        }
        return switch (RenovationCode.parse(request.renovationCode())) {
            case Parsed.Refused<RenovationCode>(IdentifierFault why) -> invalid(why);
            case Parsed.Valid<RenovationCode>(RenovationCode code, var doubts) ->
                code.districtNo() == request.districtNo()
                        ? begin(page, type, facts(caller, request, code, trackingCode), null, now)
                        : refuse("district-differs", "/districtNo", Map.of("districtNo", code.districtNo()));
        };
    }

    private Verdict<ApplicationFile> aboutPermit(
            Page<ApplicationFile> page,
            Caller caller,
            DraftRequest request,
            RequestType type,
            Optional<Named> named,
            String trackingCode,
            Instant now) {
        if (request.permitId() == null) {
            return refuse("permit-required", "/permitId", Map.of());
        }
        Optional<Named> mine = named.filter(file -> isPermitOf(caller, file.permit()));
        if (mine.isEmpty()) {
            return refuse("permit-not-found", "/permitId", Map.of());
        }
        ApplicationFile permit = mine.get().permit();
        if (differs(request, permit)) {
            return refuse("plot-differs", "/renovationCode", Map.of());
        }
        if (!type.fits(permit)) {
            Map<String, Object> where = Map.of("stage", permit.stage(), "allowed", type.permitIn());
            return refuse("permit-not-ready", "/permitId", where);
        }
        Optional<SlipAccount> unpaid = type.permitPaid() ? unpaid(permit) : Optional.empty();
        if (unpaid.isPresent()) {
            return refuse(
                    "permit-not-paid",
                    "/permitId",
                    Map.of("slipId", unpaid.get().slipId()));
        }
        return openRequest(permit, page.id(), type)
                .map(open -> refuse("request-already-open", "/permitId", Map.of("requestId", open.id())))
                .orElseGet(() -> begin(page, type, facts(permit, request, trackingCode), mine.get(), now));
    }

    /** A building is complete when nothing is owed for its permit: settled by its first instalment is not paid. */
    private static Optional<SlipAccount> unpaid(ApplicationFile permit) {
        return permit.process()
                .latest(SlipAccount.KIND, SlipAccount.class)
                .filter(slip -> slip.creditRials() + slip.confirmedRials() < slip.totalRials());
    }

    private static boolean isPermitOf(Caller caller, ApplicationFile file) {
        return file.exists() && file.process().process().equals(PermitProcess.NAME) && Sight.actsForOwner(caller, file);
    }

    private static boolean differs(DraftRequest request, ApplicationFile permit) {
        boolean code = request.renovationCode() != null
                && !request.renovationCode().equals(permit.facts().renovationCode());
        boolean district = request.districtNo() != null
                && request.districtNo() != permit.facts().districtNo();
        return code || district;
    }

    /** One application of a process at a time: two would each tell the permit something else. */
    private Optional<Request> openRequest(ApplicationFile permit, String id, RequestType type) {
        return permit.requests().stream()
                .filter(one -> one.outcome() == null && !one.id().equals(id))
                .filter(one -> types.find(one.requestType())
                        .filter(other -> other.process().equals(type.process()))
                        .isPresent())
                .findFirst();
    }

    private Verdict<ApplicationFile> begin(
            Page<ApplicationFile> page, RequestType type, Facts facts, Named about, Instant now) {
        List<Evidence> given = about == null ? List.of() : about.said();
        Ruling.Moved begun = judge.begin(page, type.process(), facts, given, now);
        ApplicationFile file = begun.file();
        List<NewEvent> told = new ArrayList<>(begun.events());
        for (Representative one :
                about == null ? List.<Representative>of() : about.permit().representatives()) {
            file = file.with(one.since(file.changed()));
            var added = new RepresentativeAdded(one.personId(), one.kind().wire(), now);
            told.add(new NewEvent("representative-added", added));
        }
        return Verdict.changed(file, told, CREATED, file.changed());
    }

    private static Facts facts(Caller caller, DraftRequest request, RenovationCode code, String trackingCode) {
        return new Facts(
                caller.personId(),
                request.requestType(),
                code.toString(),
                code.districtNo(),
                request.officeWish(),
                trackingCode);
    }

    private static Facts facts(ApplicationFile permit, DraftRequest request, String trackingCode) {
        return new Facts(
                permit.ownerId(),
                request.requestType(),
                permit.facts().renovationCode(),
                permit.facts().districtNo(),
                request.officeWish(),
                trackingCode,
                permit.id());
    }

    private static Verdict<ApplicationFile> invalid(IdentifierFault why) {
        return Verdict.refused(Identifiers.refused("renovation-code-invalid", "/renovationCode", why));
    }

    private static Verdict<ApplicationFile> refuse(String code, String pointer, Map<String, Object> details) {
        return Verdict.refused(new Refusal(code, details, List.of(new Fault(pointer, code))));
    }
}
