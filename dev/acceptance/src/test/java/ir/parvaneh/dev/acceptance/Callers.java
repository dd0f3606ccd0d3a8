package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everybody who tries something in the tables of who may do what, seen from one file. */
final class Callers {
    private static final String FOREIGN_OFFICE = "office-110";

    private final PermitFile file;
    private final Map<String, Person> known = new HashMap<>();

    Callers(PermitFile file, String coOwner, String attorney, String stranger) {
        this.file = file;
        known.put("nobody", Person.NOBODY);
        known.put("owner", file.owner);
        known.put("co-owner", new Person(coOwner));
        known.put("attorney", new Person(attorney));
        known.put("stranger", new Person(stranger));
        ofOffice("", file.office);
        ofOffice("foreign-", FOREIGN_OFFICE);
        ofDistrict("", file.district);
        ofDistrict("foreign-", file.district % 22 + 1);
        others();
        represent();
    }

    private void ofOffice(String prefix, String office) {
        known.put(prefix + "clerk", new Person(office + "-clerk-1"));
        known.put(prefix + "clerk-2", new Person(office + "-clerk-2"));
        known.put(prefix + "controller", new Person(office + "-plan-controller"));
        known.put(prefix + "head", new Person(office + "-head"));
        known.put(prefix + "inspector", new Person(office + "-inspector-1"));
    }

    private void ofDistrict(String prefix, int district) {
        String unit = "district-%02d-".formatted(district);
        known.put(prefix + "expert", new Person(unit + "expert-1"));
        known.put(prefix + "expert-2", new Person(unit + "expert-2"));
        known.put(prefix + "income", new Person(unit + "income-1"));
        known.put(prefix + "income-2", new Person(unit + "income-2"));
        known.put(prefix + "chief", new Person(unit + "head"));
        known.put(prefix + "deputy", new Person(unit + "deputy"));
        known.put(prefix + "mayor", new Person(unit + "mayor"));
    }

    private void others() {
        known.put("utilities", file.person("agency:utilities"));
        known.put("buffer-zone", file.person("agency:buffer-zone"));
        known.put("organisation", file.person("agency:engineering-organisation"));
        known.put("commission", file.person("commission-member"));
        known.put("designer", file.person("designer"));
        List.of("civil", "architecture", "electrical", "mechanical")
                .forEach(discipline -> known.put(discipline, file.person("supervisor-" + discipline)));
        known.put("other-engineer", new Person("engineer-100"));
        known.put("operator", new Person("operator-1"));
        known.put("auditor", new Person("auditor-1"));
        known.put("service", new Person("application-service"));
    }

    /** The owner names his co-owner and his attorney, whose power of attorney names municipality and permit. */
    private void represent() {
        Map<String, Object> paper = Map.of("kind", "power-of-attorney", "digest", "cd".repeat(32), "pages", 2);
        name("co-owner", Map.of("personId", of("co-owner").id(), "kind", "co-owner"));
        name(
                "attorney",
                Map.of(
                        "personId",
                        of("attorney").id(),
                        "kind",
                        "attorney",
                        "proof",
                        paper,
                        "powers",
                        List.of("municipality", "take-permit")));
    }

    private void name(String who, Map<String, Object> body) {
        Reply named = file.owner.post("/v1/applications/" + file.id + "/representatives", body);
        assertThat(named.status()).as(who + ": " + named).isEqualTo(201);
    }

    /** From when an inspector was drawn, he is the inspector; another of his office is the other one. */
    void inspectorWasDrawn() {
        Person drawn = file.inspector();
        boolean first = drawn.name().endsWith("-1");
        known.put("inspector", drawn);
        known.put("inspector-2", new Person(file.office + (first ? "-inspector-2" : "-inspector-1")));
    }

    Person of(String column) {
        return column.equals("inspector-2")
                ? known.getOrDefault(column, new Person(file.office + "-inspector-2"))
                : java.util.Objects.requireNonNull(known.get(column), column);
    }
}
