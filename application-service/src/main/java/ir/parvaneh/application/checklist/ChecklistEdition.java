package ir.parvaneh.application.checklist;

import ir.parvaneh.contracts.Titles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A released list of papers, from {@code checklists/}: by request type, district and conditions [S33, S67].
 *
 * @param from first day in Tehran on which files were begun under it
 * @param notFor tables, as process and edition, whose files keep the list they were begun under
 * @param waivedBy roles of the plot's district that may waive a paper [A]
 * @param plotAboveM2 the limit of the conditions about the plot's area, in square metres [S33]
 * @param groups request types by the name of their group
 */
record ChecklistEdition(
        String edition,
        LocalDate from,
        List<String> notFor,
        List<String> waivedBy,
        double plotAboveM2,
        Map<String, List<String>> groups,
        Map<String, Named> conditions,
        List<Rule> rules) {

    ChecklistEdition {
        notFor = notFor == null ? List.of() : List.copyOf(notFor);
        waivedBy = List.copyOf(waivedBy);
        groups = Map.copyOf(groups);
        rules = List.copyOf(rules);
    }

    /** A condition: told by a person, or else seen on the file. */
    record Named(boolean told, Titles title) {}

    /** A paper is needed by these requests (all when empty) in these districts (all when empty) when all of that holds. */
    record Rule(String paper, List<String> requests, List<Integer> districts, List<String> when, String mark) {
        Rule {
            requests = requests == null ? List.of() : List.copyOf(requests);
            districts = districts == null ? List.of() : List.copyOf(districts);
            when = when == null ? List.of() : List.copyOf(when);
        }
    }

    /** The rules about a request type in a district. */
    List<Rule> rulesOf(String requestType, int districtNo) {
        return rules.stream()
                .filter(rule -> rule.requests().isEmpty() || names(rule.requests(), requestType))
                .filter(rule -> rule.districts().isEmpty() || rule.districts().contains(districtNo))
                .toList();
    }

    private boolean names(List<String> requests, String requestType) {
        return requests.stream()
                .anyMatch(one -> one.equals(requestType)
                        || groups.getOrDefault(one, List.of()).contains(requestType));
    }
}
