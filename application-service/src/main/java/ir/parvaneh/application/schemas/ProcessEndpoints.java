package ir.parvaneh.application.schemas;

import ir.parvaneh.application.process.Processes;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/processes}: the tables by which files are judged. */
@RestController
final class ProcessEndpoints {

    private final Processes processes;

    ProcessEndpoints(Processes processes) {
        this.processes = processes;
    }

    /** A process in a list. */
    record ProcessLine(String name, String edition, String hash, Wording title) {}

    @GetMapping("/v1/processes")
    Slice<ProcessLine> processes() {
        return new Slice<>(
                processes.editions().values().stream()
                        .filter(table -> processes.current(table.name()) == table)
                        .map(table -> new ProcessLine(table.name(), table.edition(), table.hash(), table.title()))
                        .toList(),
                null);
    }

    @GetMapping("/v1/processes/{name}/{edition}")
    ResponseEntity<TableView> table(@PathVariable String name, @PathVariable String edition) {
        ProcessTable table = processes.edition(name, edition).orElseThrow(() -> new Refused("not-found"));
        return ResponseEntity.ok().eTag('"' + table.hash() + '"').body(TableView.of(table));
    }
}
