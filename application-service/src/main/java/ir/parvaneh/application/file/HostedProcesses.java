package ir.parvaneh.application.file;

import ir.parvaneh.application.completion.CompletionProcess;
import ir.parvaneh.application.extension.ExtensionProcess;
import ir.parvaneh.application.fee.Tariffs;
import ir.parvaneh.application.noviolation.NoViolationProcess;
import ir.parvaneh.application.permit.PermitPolicy;
import ir.parvaneh.application.permit.PermitProcess;
import ir.parvaneh.application.permit.TariffedFees;
import ir.parvaneh.application.process.Processes;
import ir.parvaneh.application.supervision.SupervisionProcess;
import ir.parvaneh.application.transfer.TransferProcess;
import java.util.List;
import java.util.Map;

/** The processes hosted here. */
public final class HostedProcesses {

    private HostedProcesses() {}

    /** Loads and lints everything; throws {@link ir.parvaneh.process.BrokenProcess} when a table is broken. */
    public static Processes load() {
        return Processes.of(List.of(
                PermitProcess.hosted(PermitPolicy.load(), fees(Tariffs.load())),
                CompletionProcess.hosted(),
                ExtensionProcess.hosted(),
                SupervisionProcess.hosted(),
                NoViolationProcess.hosted(),
                TransferProcess.hosted()));
    }

    /** What files owe by these tariffs: a permit by its own measures, an application about a permit by the permit's money. */
    public static TariffedFees fees(Tariffs tariffs) {
        return new TariffedFees(
                tariffs,
                Map.of(
                        ExtensionProcess.NAME, ExtensionProcess::charged,
                        CompletionProcess.NAME, CompletionProcess::charged));
    }
}
