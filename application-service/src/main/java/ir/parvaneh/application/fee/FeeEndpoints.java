package ir.parvaneh.application.fee;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.fee.Estimates.Estimate;
import ir.parvaneh.application.fee.Estimates.Plan;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.iran.Tehran;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/fees}: what a request will cost, and by which tariff. Public: it tells nothing about anybody. */
@RestController
final class FeeEndpoints {

    private static final BigDecimal LARGEST_M2 = BigDecimal.valueOf(1_000_000);

    private final Tariffs tariffs;
    private final Estimates estimates;
    private final BuildingRequests building = BuildingRequests.load();
    private final CityClock clock;

    FeeEndpoints(Tariffs tariffs, Estimates estimates, CityClock clock) {
        this.tariffs = tariffs;
        this.estimates = estimates;
        this.clock = clock;
    }

    /** A levy as a list shows it, and the process whose files are charged it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ComponentView(
            String process,
            String component,
            Titles title,
            String payee,
            Titles formula,
            String legalAct,
            Titles actTitle,
            String mark,
            LocalDate from,
            LocalDate to) {

        static Stream<ComponentView> of(RequestSchedule schedule) {
            return schedule.charges().entrySet().stream().flatMap(process -> process.getValue().stream()
                    .map(charge -> of(process.getKey(), charge, schedule)));
        }

        private static ComponentView of(String process, RequestSchedule.Charge one, RequestSchedule schedule) {
            return new ComponentView(
                    process,
                    one.name(),
                    one.title(),
                    one.payee(),
                    one.formula().inWords(),
                    one.act().number(),
                    one.act().title(),
                    one.mark(),
                    schedule.from(),
                    schedule.to());
        }

        static ComponentView of(Component one) {
            return new ComponentView(
                    BuildingRequests.PROCESS,
                    one.name(),
                    one.title(),
                    one.payee(),
                    one.formula().inWords(),
                    one.act().number(),
                    one.act().title(),
                    one.mark(),
                    one.from(),
                    one.to());
        }
    }

    /** An edition of the tariff, or of what applications about a permit are charged: that has no prices of its own. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TariffView(
            String edition,
            String city,
            String currency,
            LocalDate from,
            LocalDate to,
            List<String> processes,
            long roundedToRials,
            Map<Integer, Long> regionalPricesRials,
            List<ComponentView> components,
            Map<String, Long> officeFeesRials,
            String officeFeeAct,
            String digest) {

        static TariffView of(Tariff tariff) {
            return new TariffView(
                    tariff.edition(),
                    tariff.city(),
                    tariff.currency(),
                    tariff.from(),
                    tariff.to(),
                    List.of(BuildingRequests.PROCESS),
                    tariff.rounding().toRials(),
                    tariff.regionalPrices(),
                    tariff.components().stream().map(ComponentView::of).toList(),
                    tariff.officeFees().rials(),
                    tariff.officeFees().act().number(),
                    tariff.digest());
        }

        static TariffView of(RequestSchedule schedule) {
            return new TariffView(
                    schedule.edition(),
                    schedule.city(),
                    schedule.currency(),
                    schedule.from(),
                    schedule.to(),
                    List.copyOf(schedule.charges().keySet()),
                    schedule.rounding().toRials(),
                    null,
                    ComponentView.of(schedule).toList(),
                    null,
                    null,
                    schedule.digest());
        }
    }

    /** All released editions, oldest first: the permit's own, then those of applications about a permit. */
    @GetMapping("/v1/fees/tariffs")
    Slice<TariffView> tariffs() {
        Stream<TariffView> own = tariffs.editions().stream().map(TariffView::of);
        Stream<TariffView> ofRequests = tariffs.requests().stream().map(TariffView::of);
        return new Slice<>(Stream.concat(own, ofRequests).toList(), null);
    }

    /**
     * The estimate of a building request that is not filed yet; what is left out is assumed, and told so. What a request
     * about a permit costs follows from the permit's own money: {@code estimate-not-offered}.
     */
    @GetMapping("/v1/fees/estimate")
    Mono<Estimate> estimate(
            @RequestParam String requestType,
            @RequestParam int districtNo,
            @RequestParam String usage,
            @RequestParam BigDecimal plotAreaM2,
            @RequestParam int storeys,
            @RequestParam(required = false) BigDecimal grossAreaM2,
            @RequestParam(required = false) Integer units,
            @RequestParam(required = false) LocalDate on) {
        within(districtNo >= 1 && districtNo <= 22, "districtNo");
        within(Estimates.USAGES.contains(usage), "usage");
        within(isArea(plotAreaM2), "plotAreaM2");
        within(grossAreaM2 == null || isArea(grossAreaM2), "grossAreaM2");
        within(storeys >= 1 && storeys <= 100, "storeys");
        within(units == null || units >= 1 && units <= 2_000, "units");
        if (!building.contains(requestType)) {
            throw new Refused("estimate-not-offered", Map.of("offered", building.types()));
        }
        Plan plan = new Plan(requestType, districtNo, usage, plotAreaM2, grossAreaM2, storeys, units);
        LocalDate day = on == null ? Tehran.dateOf(clock.now()) : on;
        return Mono.justOrEmpty(estimates.of(plan, day))
                .switchIfEmpty(Mono.error(() -> Refused.at("parameter-invalid", "on")));
    }

    private static boolean isArea(BigDecimal m2) {
        return m2.signum() > 0 && m2.compareTo(LARGEST_M2) <= 0 && m2.scale() <= 2;
    }

    private static void within(boolean holds, String parameter) {
        if (!holds) {
            throw Refused.at("parameter-invalid", parameter);
        }
    }
}
