package ir.parvaneh.application.file;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.Holder;
import ir.parvaneh.process.ProcessFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of one application. Immutable; everything its next decision needs, and nothing that grows without end.
 *
 * @param facts what was filed; null while the page is blank
 * @param officeId the office that has the file; null until one was assigned, and never derived from the district [S6]
 * @param representatives who may act for the owner
 * @param former who may no longer
 * @param requests applications that were filed about this permit, oldest first
 * @param heard what they told and no stage has taken yet, oldest first
 * @param lastRefusal the last desk decision that was refused, or null
 * @param changedAt city time of the last visible change
 * @param changed version of the page at its last visible change: the file's entity tag
 * @param papersDue number of the latest event that ordered a paper, until the order is taken; 0 when none waits
 * @param requestsDue version of the page since which open applications about this permit do not know all of it; 0 when
 *     they do
 * @param process where it stands in its process
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationFile(
        String id,
        Facts facts,
        String officeId,
        List<Representative> representatives,
        List<Former> former,
        List<Request> requests,
        List<Heard> heard,
        LastRefusal lastRefusal,
        Instant changedAt,
        long changed,
        long papersDue,
        long requestsDue,
        ProcessFile process) {

    public ApplicationFile {
        representatives = representatives == null ? List.of() : List.copyOf(representatives);
        former = former == null ? List.of() : List.copyOf(former);
        requests = requests == null ? List.of() : List.copyOf(requests);
        heard = heard == null ? List.of() : List.copyOf(heard);
    }

    /** Somebody who acted for the owner until that version of the page. */
    public record Former(String personId, long since) {}

    /** The file that does not exist yet. */
    public static ApplicationFile blank(String id) {
        return new ApplicationFile(id, null, null, null, null, null, null, null, null, 0, 0, 0, null);
    }

    @JsonIgnore
    public boolean exists() {
        return process != null;
    }

    @JsonIgnore
    public String ownerId() {
        return facts.ownerId();
    }

    /** The stage of the main line, or the outcome once the file has ended. */
    @JsonIgnore
    public String stage() {
        return process.hasEnded() ? process.ended().outcome() : process.main().stage();
    }

    /** Null while the file lives. */
    @JsonIgnore
    public String outcome() {
        return process.hasEnded() ? process.ended().outcome() : null;
    }

    /** When the owner first let the draft go; null before. */
    @JsonIgnore
    public Instant filedAt() {
        return process.ledger().isEmpty() ? null : process.ledger().getFirst().to();
    }

    /** True while the owner holds a stage of the main line or of a track. */
    @JsonIgnore
    public boolean awaitsOwner() {
        return process.open().stream().anyMatch(open -> open.holder() == Holder.OWNER);
    }

    public Optional<Representative> representative(String personId) {
        return representatives.stream()
                .filter(one -> one.personId().equals(personId))
                .findFirst();
    }

    ApplicationFile filed(Facts filed, ProcessFile begun) {
        return new ApplicationFile(
                id,
                filed,
                officeId,
                representatives,
                former,
                requests,
                heard,
                lastRefusal,
                changedAt,
                changed,
                papersDue,
                requestsDue,
                begun);
    }

    ApplicationFile moved(ProcessFile after) {
        return standing(null, after);
    }

    /** An open or ended application about this permit. */
    public Optional<Request> request(String requestId) {
        return requests.stream().filter(one -> one.id().equals(requestId)).findFirst();
    }

    /** The same permit with what is known of an application about it; the same application is known once. */
    public ApplicationFile knowing(Request request) {
        List<Request> all = new ArrayList<>(requests);
        int known = all.indexOf(request(request.id()).orElse(null));
        if (known < 0) {
            all.add(request);
        } else {
            all.set(known, request);
        }
        return hearing(all, heard);
    }

    /** The same permit with these words still to be taken. */
    public ApplicationFile hearing(List<Heard> words) {
        return hearing(requests, words);
    }

    /** The same file, knowing more; what it last refused still stands. */
    ApplicationFile knowing(ProcessFile after) {
        return standing(lastRefusal, after);
    }

    /** The same file in the hands of another office. */
    public ApplicationFile at(String office) {
        return new ApplicationFile(
                id,
                facts,
                office,
                representatives,
                former,
                requests,
                heard,
                lastRefusal,
                changedAt,
                changed,
                papersDue,
                requestsDue,
                process);
    }

    /** The same file after a desk's decision was refused. */
    public ApplicationFile refused(LastRefusal refusal) {
        return standing(refusal, process);
    }

    /** The same file with one more person to act for the owner. */
    public ApplicationFile with(Representative added) {
        List<Representative> all = new ArrayList<>(representatives);
        all.add(added);
        List<Former> left = former.stream()
                .filter(one -> !one.personId().equals(added.personId()))
                .toList();
        return represented(all, left);
    }

    /** The same file without that person, from this version of the page on. */
    public ApplicationFile without(String personId, long version) {
        List<Representative> left = representatives.stream()
                .filter(one -> !one.personId().equals(personId))
                .toList();
        List<Former> gone = new ArrayList<>(former);
        gone.add(new Former(personId, version));
        return represented(left, gone);
    }

    /** The same file with a paper to be ordered, or with 0 none any more. */
    public ApplicationFile owingPapers(long due) {
        return noted(changedAt, changed, due, requestsDue);
    }

    /** True while an application about this permit is open. */
    @JsonIgnore
    public boolean hasOpenRequests() {
        return requests.stream().anyMatch(request -> request.outcome() == null);
    }

    /** The same permit with something its open applications are to be told, or with 0 nothing any more. */
    public ApplicationFile owingRequests(long due) {
        return noted(changedAt, changed, papersDue, due);
    }

    /** The same file, visibly changed by the write that makes this version. */
    public ApplicationFile touched(long version, Instant at) {
        return noted(at, version, papersDue, requestsDue);
    }

    private ApplicationFile standing(LastRefusal refusal, ProcessFile after) {
        return new ApplicationFile(
                id,
                facts,
                officeId,
                representatives,
                former,
                requests,
                heard,
                refusal,
                changedAt,
                changed,
                papersDue,
                requestsDue,
                after);
    }

    private ApplicationFile hearing(List<Request> known, List<Heard> words) {
        return new ApplicationFile(
                id,
                facts,
                officeId,
                representatives,
                former,
                known,
                words,
                lastRefusal,
                changedAt,
                changed,
                papersDue,
                requestsDue,
                process);
    }

    private ApplicationFile represented(List<Representative> acting, List<Former> gone) {
        return new ApplicationFile(
                id,
                facts,
                officeId,
                acting,
                gone,
                requests,
                heard,
                lastRefusal,
                changedAt,
                changed,
                papersDue,
                requestsDue,
                process);
    }

    private ApplicationFile noted(Instant at, long version, long papers, long told) {
        return new ApplicationFile(
                id,
                facts,
                officeId,
                representatives,
                former,
                requests,
                heard,
                lastRefusal,
                at,
                version,
                papers,
                told,
                process);
    }
}
