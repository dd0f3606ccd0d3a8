package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.wire.Answer;
import ir.parvaneh.dev.city.wire.Call;
import ir.parvaneh.dev.city.wire.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Who works where, as the issuer tells it. */
final class People {
    record Person(String name, String personId) {}

    private final Map<String, List<Person>> byPost = new HashMap<>();
    private final Map<String, Person> byId = new HashMap<>();

    static People of(Caller issuer) {
        Answer answer = issuer.call(Call.get("/dev/people?limit=100000", null));
        if (!answer.ok()) {
            throw new IllegalStateException("the issuer names no people: " + answer.status());
        }
        People people = new People();
        answer.json().forEach(people::add);
        return people;
    }

    private void add(JsonNode node) {
        Person person = new Person(
                node.path("name").stringValue(), node.path("personId").stringValue());
        String unit = node.path("officeId").asString("")
                + node.path("agency").asString("")
                + (node.path("districtNo").isNumber() ? node.path("districtNo").intValue() : "");
        byId.put(person.personId(), person);
        node.path("roles")
                .forEach(role -> byPost.computeIfAbsent(post(role.stringValue(), unit), p -> new ArrayList<>())
                        .add(person));
    }

    private static String post(String role, String unit) {
        return role + "@" + unit;
    }

    /**
     * One of those who hold a role in a unit.
     *
     * @param unit office id, district number, agency, or empty
     * @param number any number; the same number gives the same person
     */
    Person one(String role, String unit, int number) {
        List<Person> there = byPost.getOrDefault(post(role, unit), List.of());
        if (there.isEmpty()) {
            throw new IllegalStateException("nobody is " + role + " at “" + unit + "”");
        }
        return there.get(Math.floorMod(number, there.size()));
    }

    Person byId(String personId) {
        Person person = byId.get(personId);
        if (person == null) {
            throw new IllegalStateException("nobody has the id " + personId);
        }
        return person;
    }

    int count(String role) {
        return byPost.getOrDefault(post(role, ""), List.of()).size();
    }

    List<String> units(String role) {
        return byPost.keySet().stream()
                .filter(p -> p.startsWith(role + "@"))
                .map(p -> p.substring(role.length() + 1))
                .sorted()
                .toList();
    }
}
