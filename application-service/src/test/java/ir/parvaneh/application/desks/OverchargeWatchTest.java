package ir.parvaneh.application.desks;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.fee.OfficeCharges;
import ir.parvaneh.application.fee.Tariffs;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.GivenFile;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.OfficeOverchargeReported;
import ir.parvaneh.process.Exhibit;
import ir.parvaneh.process.Holder;
import ir.parvaneh.process.ProcessEvent.StageLeft;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class OverchargeWatchTest {

    private final OverchargeWatch watch = new OverchargeWatch(new OfficeCharges(Tariffs.load()));
    private final ApplicationFile file = new GivenFile().body().at("office-017");

    @Test
    void an_office_that_records_more_than_its_tariff_is_reported_with_the_charge_itself() {
        Verdict.Changed<ApplicationFile> told = told(72_500_000);
        assertThat(told.events())
                .extracting(NewEvent::type)
                .containsExactly("stage-left", "office-overcharge-reported");
        OfficeOverchargeReported report =
                (OfficeOverchargeReported) told.events().getLast().data();
        assertThat(report.officeId()).isEqualTo("office-017");
        assertThat(report.chargedRials() - report.tariffRials()).isEqualTo(60_000_000);
        assertThat(report.reportedBy()).isEqualTo("office");
    }

    @Test
    void a_charge_by_the_tariff_says_nothing_more() {
        assertThat(told(12_500_000).events()).hasSize(1);
    }

    private Verdict.Changed<ApplicationFile> told(long rials) {
        ObjectNode fee = (ObjectNode) GivenFile.example("office-fee");
        fee.put("amountRials", rials);
        StageLeft left = new StageLeft(
                9,
                null,
                "file-opened",
                Holder.OFFICE,
                "record-office-fee",
                "clerk-1",
                List.of("clerk-1"),
                new Exhibit("office-fee", "digest", fee),
                List.of(),
                null,
                null,
                GivenFile.START);
        Verdict<ApplicationFile> verdict = Verdict.changed(file, new NewEvent("stage-left", left));
        return (Verdict.Changed<ApplicationFile>) watch.over(verdict);
    }
}
