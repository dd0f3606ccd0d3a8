package ir.parvaneh.application.fee;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** All released editions of the tariff, oldest first; each day has exactly one from the first on. */
public record Tariffs(List<Tariff> editions) {

    public Tariffs {
        editions = List.copyOf(editions);
        for (int i = 1; i < editions.size(); i++) {
            if (!editions.get(i).from().equals(editions.get(i - 1).to())) {
                throw new IllegalStateException(editions.get(i).edition() + " does not follow the edition before it");
            }
        }
    }

    /** What is shipped with the service: {@code tariffs/editions.yaml} names the files. */
    public static Tariffs load() {
        JsonNode names = TariffText.tree(text("editions")).path("editions");
        return new Tariffs(names.valueStream()
                .map(name -> TariffText.read(text(name.asString())))
                .toList());
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
