package ir.parvaneh.application.file;

import ir.parvaneh.application.completion.CompletionProcess;
import ir.parvaneh.application.extension.ExtensionProcess;
import ir.parvaneh.application.noviolation.NoViolationProcess;
import ir.parvaneh.application.permit.PermitPolicy;
import ir.parvaneh.application.permit.PermitProcess;
import ir.parvaneh.application.process.Processes;
import ir.parvaneh.application.supervision.SupervisionProcess;
import ir.parvaneh.application.transfer.TransferProcess;
import java.util.List;

/** The processes hosted here. */
public final class HostedProcesses {

    private HostedProcesses() {}

    /** Loads and lints everything; throws {@link ir.parvaneh.process.BrokenProcess} when a table is broken. */
    public static Processes load() {
        return Processes.of(List.of(
                PermitProcess.hosted(PermitPolicy.load()),
                CompletionProcess.hosted(),
                ExtensionProcess.hosted(),
                SupervisionProcess.hosted(),
                NoViolationProcess.hosted(),
                TransferProcess.hosted()));
    }
}
