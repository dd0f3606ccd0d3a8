package ir.parvaneh.office.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import ir.parvaneh.iran.Parsed;
import ir.parvaneh.iran.RenovationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An electronic service office. It serves any property of the city [S6, S7]; its own district is only its address.
 *
 * @param districtNo district of the address, 1 to 22
 */
public record Office(String title, int districtNo, Status status, List<Person> people) {

    /** Whether an office takes files. */
    public enum Status {
        /** Takes files. */
        @JsonProperty("active")
        ACTIVE,
        /** Keeps its files, takes no new ones, by order of the disciplinary committee [S14]. */
        @JsonProperty("suspended")
        SUSPENDED,
        /** Its files go to other offices. */
        @JsonProperty("closing")
        CLOSING
    }

    /**
     * Somebody who works there.
     *
     * @param conflictPlots renovation codes he must not judge, in their canonical text, however they were typed or stored
     * @param conflictPeople ids of people whose files he must not judge
     */
    public record Person(String personId, List<String> roles, List<String> conflictPlots, List<String> conflictPeople) {
        public Person {
            roles = roles == null ? List.of() : List.copyOf(roles);
            conflictPlots = conflictPlots == null ? List.of() : canonical(conflictPlots);
            conflictPeople = conflictPeople == null ? List.of() : List.copyOf(conflictPeople);
        }

        boolean conflicted(String renovationCode, Set<String> parties) {
            return conflictPlots.contains(canonical(renovationCode))
                    || conflictPeople.stream().anyMatch(parties::contains);
        }

        private static List<String> canonical(List<String> plots) {
            return plots.stream().map(Person::canonical).distinct().toList();
        }

        private static String canonical(String plot) {
            return switch (RenovationCode.parse(plot)) {
                case Parsed.Valid<RenovationCode> code -> code.value().toString();
                case Parsed.Refused<RenovationCode> none -> plot;
            };
        }

        Person declaring(List<String> plots, List<String> people) {
            return new Person(personId, roles, plots, people);
        }
    }

    public Office {
        people = people == null ? List.of() : List.copyOf(people);
    }

    public static Office unknown(String id) {
        return new Office(null, 0, null, List.of());
    }

    public boolean takesFiles() {
        return status == Status.ACTIVE;
    }

    public Optional<Person> person(String personId) {
        return people.stream().filter(one -> one.personId().equals(personId)).findFirst();
    }

    /** Ids of those who hold a role, sorted. */
    public List<String> holding(String role) {
        return people.stream()
                .filter(one -> one.roles().contains(role))
                .map(Person::personId)
                .sorted()
                .toList();
    }

    /** Ids of those who must not judge this file. */
    public List<String> conflicted(String renovationCode, Set<String> parties) {
        return people.stream()
                .filter(one -> one.conflicted(renovationCode, parties))
                .map(Person::personId)
                .toList();
    }

    Office with(Person person) {
        List<Person> all = new ArrayList<>(people);
        all.removeIf(one -> one.personId().equals(person.personId()));
        all.add(person);
        return new Office(title, districtNo, status, all);
    }

    Office become(Status changed) {
        return new Office(title, districtNo, changed, people);
    }
}
