package ir.parvaneh.application.schemas;

import ir.parvaneh.application.permit.PermitProcess;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.Wording;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/processes}: the tables by which files are judged. */
@RestController
final class ProcessEndpoints {

    private final PermitProcess process;

    ProcessEndpoints(PermitProcess process) {
        this.process = process;
    }

    /** A process in a list. */
    record ProcessLine(String name, String edition, String hash, Wording title) {}

    @GetMapping("/v1/processes")
    Slice<ProcessLine> processes() {
        ProcessTable table = process.current();
        return new Slice<>(List.of(new ProcessLine(table.name(), table.edition(), table.hash(), table.title())), null);
    }

    @GetMapping("/v1/processes/{name}/{edition}")
    ResponseEntity<TableView> table(@PathVariable String name, @PathVariable String edition) {
        ProcessTable table = process.current();
        if (!table.name().equals(name) || !table.edition().equals(edition)) {
            throw new Refused("not-found");
        }
        return ResponseEntity.ok().eTag('"' + table.hash() + '"').body(TableView.of(table));
    }
}
