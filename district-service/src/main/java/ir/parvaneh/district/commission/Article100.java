package ir.parvaneh.district.commission;

import ir.parvaneh.district.commission.CommissionEvidence.Decision;
import ir.parvaneh.district.commission.CommissionEvidence.Defence;
import ir.parvaneh.district.commission.CommissionEvidence.Execution;
import ir.parvaneh.district.commission.CommissionEvidence.ExecutionStart;
import ir.parvaneh.district.commission.CommissionEvidence.FineAccount;
import ir.parvaneh.district.commission.CommissionEvidence.FinePayment;
import ir.parvaneh.district.commission.CommissionEvidence.Objection;
import ir.parvaneh.district.commission.CommissionEvidence.RemovalFindings;
import ir.parvaneh.district.commission.CommissionEvidence.RemovalReport;
import ir.parvaneh.district.commission.CommissionEvidence.Service;
import ir.parvaneh.process.Catalogue;
import ir.parvaneh.process.EvidenceKind;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.ProcessTables;
import java.io.StringReader;
import java.util.List;

/** Article 100, ready to judge: its editions, its evidence, its policy. */
record Article100(ProcessTables tables, List<ProcessTable> editions, EvidenceForms forms, CommissionPolicy policy) {
    static final String NAME = "article-100";
    /** The editions held, the current one last. */
    private static final List<String> EDITIONS =
            List.of("processes/article-100-1404-1.yaml", "processes/article-100.yaml");

    /** Loads and lints everything; throws {@link ir.parvaneh.process.BrokenProcess} when the table is broken. */
    static Article100 load() {
        CommissionPolicy policy = CommissionPolicy.load();
        Catalogue catalogue = Catalogue.of(Article100Guards.all(policy), kinds());
        List<ProcessTable> editions =
                EDITIONS.stream().map(file -> table(file, catalogue)).toList();
        ProcessTables tables = ProcessTables.of(editions.toArray(ProcessTable[]::new));
        return new Article100(tables, editions, new EvidenceForms(catalogue), policy);
    }

    private static ProcessTable table(String file, Catalogue catalogue) {
        return ProcessTable.load(file, new StringReader(Resources.text(file)), catalogue);
    }

    /** The edition new dockets are begun under. */
    ProcessTable current() {
        return tables.current(NAME);
    }

    private static List<EvidenceKind> kinds() {
        return List.of(
                kind("notice-service", "service", Service.class),
                kind("decision-service", "service", Service.class),
                kind("review-service", "service", Service.class),
                kind("defence", "defence", Defence.class),
                kind("objection", "objection", Objection.class),
                kind("first-decision", "decision", Decision.class),
                kind("review-decision", "decision", Decision.class),
                kind("fine-payment", "fine-payment", FinePayment.class),
                kind(FineAccount.KIND, "fine-account", FineAccount.class),
                kind("removal-report", "removal-report", RemovalReport.class),
                kind("removal-findings", "removal-findings", RemovalFindings.class),
                kind("execution-start", "execution-start", ExecutionStart.class),
                kind("execution", "execution", Execution.class));
    }

    private static EvidenceKind kind(String name, String schema, Class<? extends CommissionEvidence> record) {
        return EvidenceKind.of(name, record, Resources.text("article-100/" + schema + ".schema.json"));
    }
}
