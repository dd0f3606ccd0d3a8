package ir.parvaneh.application.fee;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * All released editions of the tariff, oldest first; each day has exactly one from the first on.
 *
 * @param requests what applications about a permit are charged, oldest first
 */
public record Tariffs(List<Tariff> editions, List<RequestSchedule> requests) {

    public Tariffs {
        editions = List.copyOf(editions);
        requests = List.copyOf(requests);
        for (int i = 1; i < editions.size(); i++) {
            follows(
                    editions.get(i).edition(),
                    editions.get(i).from(),
                    editions.get(i - 1).to());
        }
        for (int i = 1; i < requests.size(); i++) {
            follows(
                    requests.get(i).edition(),
                    requests.get(i).from(),
                    requests.get(i - 1).to());
        }
        for (RequestSchedule schedule : requests) {
            editions.forEach(tariff -> knows(tariff, schedule));
        }
    }

    private static void knows(Tariff tariff, RequestSchedule schedule) {
        List<String> known = tariff.components().stream().map(Component::name).toList();
        schedule.charges().values().stream()
                .flatMap(List::stream)
                .flatMap(charge -> charge.formula().levies().stream())
                .filter(levy -> !known.contains(levy))
                .forEach(levy -> {
                    throw new IllegalStateException(schedule.edition() + " looks at " + levy + ", which "
                            + tariff.edition() + " does not charge");
                });
    }

    private static void follows(String edition, LocalDate from, LocalDate before) {
        if (!from.equals(before)) {
            throw new IllegalStateException(edition + " does not follow the edition before it");
        }
    }

    /** What is shipped with the service: {@code tariffs/editions.yaml} names the files. */
    public static Tariffs load() {
        JsonNode names = TariffText.tree(text("editions"));
        return new Tariffs(
                names.path("editions")
                        .valueStream()
                        .map(name -> TariffText.read(text(name.asString())))
                        .toList(),
                names.path("requests")
                        .valueStream()
                        .map(name -> RequestScheduleText.read(text(name.asString())))
                        .toList());
    }

    /** What a case of that process is charged by the editions of a day; empty where none is in force. */
    public Optional<Assessment> assess(String process, RequestCase asked, LocalDate day) {
        return on(day).flatMap(tariff -> requestsOn(day)
                .filter(schedule -> schedule.charges().containsKey(process))
                .map(schedule -> schedule.assess(process, asked, new RequestFormula.Today(tariff, day))));
    }

    private Optional<RequestSchedule> requestsOn(LocalDate day) {
        return requests.stream().filter(one -> one.isInForce(day)).findFirst();
    }

    /** The edition in force on a day; empty before the first. */
    public Optional<Tariff> on(LocalDate day) {
        return editions.stream().filter(one -> one.isInForce(day)).findFirst();
    }

    /** An edition by its name. */
    public Optional<Tariff> edition(String name) {
        return editions.stream().filter(one -> one.edition().equals(name)).findFirst();
    }

    /** The newest edition: for what must have one, whatever the day. */
    public Tariff newest() {
        return editions.getLast();
    }

    private static String text(String name) {
        String path = "tariffs/" + name + ".yaml";
        try (InputStream in = Tariffs.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not shipped with the service");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
