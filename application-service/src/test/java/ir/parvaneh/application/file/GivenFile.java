package ir.parvaneh.application.file;

import ir.parvaneh.application.permit.PermitProcess;
import ir.parvaneh.application.process.EvidenceSchemas;
import ir.parvaneh.application.process.Processes;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.iran.WorkingCalendar;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.ProcessFile.OpenStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file in memory: decisions are applied to its page as the store would, and what was told is kept. */
public final class GivenFile {

    public static final Processes PROCESS = HostedProcesses.load();
    public static final FileJudge JUDGE =
            new FileJudge(PROCESS, new TermCalendar(WorkingCalendar.official()), (process, event) -> false);
    public static final Caller OWNER = new Caller("owner-1", Set.of("citizen"), null, null, null);
    /** A Saturday morning in Tehran. */
    public static final Instant START = Instant.parse("2025-05-03T05:30:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Facts FACTS =
            new Facts("owner-1", "PERMIT_NEW_BUILD", "7-1-12-4-0-0-0", 7, "office-017", "CODE");

    private final List<NewEvent> told = new ArrayList<>();
    private Page<ApplicationFile> page;

    public GivenFile() {
        Ruling.Moved begun = JUDGE.begin(
                new Page<>("file-1", 0, 0, ApplicationFile.blank("file-1")),
                PermitProcess.NAME,
                FACTS,
                List.of(),
                START);
        page = new Page<>("file-1", 1, begun.events().size(), begun.file());
        told.addAll(begun.events());
    }

    public Page<ApplicationFile> page() {
        return page;
    }

    public ApplicationFile body() {
        return page.body();
    }

    /** The types of all events told so far. */
    public List<String> types() {
        return told.stream().map(NewEvent::type).toList();
    }

    public Object lastTold() {
        return told.getLast().data();
    }

    /** Writes what was decided; fails when nothing was. */
    public GivenFile then(Verdict<ApplicationFile> verdict) {
        if (!(verdict instanceof Verdict.Changed<ApplicationFile> changed)) {
            throw new AssertionError("nothing was decided: " + verdict);
        }
        told.addAll(changed.events());
        page = new Page<>(
                page.id(), page.version() + 1, page.number() + changed.events().size(), changed.body());
        return this;
    }

    /** The opening of the stage that has this action. */
    public long opening(String action) {
        for (OpenStage open : body().process().open()) {
            for (Action one : JUDGE.tableOf(body()).actionsOf(open)) {
                if (one.name().equals(action)) {
                    return open.opening();
                }
            }
        }
        throw new AssertionError(action + " is open nowhere");
    }

    /** The first example of a kind of evidence, about this file where it is a submission. */
    public static JsonNode example(String kind) {
        String schema = PROCESS.catalogue().kind(kind).orElseThrow().schema();
        JsonNode example = JSON.readTree(schema).at("/examples/0");
        if (example instanceof ObjectNode filed && kind.equals("submission")) {
            filed.put("renovationCode", "7-1-12-4-0-0-0").put("districtNo", 7).put("officeWish", "office-017");
        }
        return example;
    }

    public static Evidence evidence(String kind) {
        return ((EvidenceSchemas.Read) PROCESS.schemas().read(kind, example(kind))).evidence();
    }
}
