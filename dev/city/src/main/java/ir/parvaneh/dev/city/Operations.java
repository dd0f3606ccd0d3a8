package ir.parvaneh.dev.city;

import ir.parvaneh.dev.city.Options.Misuse;
import ir.parvaneh.dev.city.report.CityProcesses;
import ir.parvaneh.dev.city.wire.Answer;
import ir.parvaneh.dev.city.wire.Call;
import ir.parvaneh.dev.city.wire.Caller;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the operator on call sees and does: what waits in each service, and messages that were put aside. */
final class Operations {
    private static final List<String> SERVICES = List.of("application", "office", "district", "notification");
    private static final String OPERATOR = "operator-1";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final City city;

    Operations(City city) {
        this.city = city;
    }

    int status() {
        boolean allAnswered = true;
        try (Caller gateway = city.caller(PATIENCE)) {
            for (String service : SERVICES) {
                Answer answer = gateway.call(Call.get("/v1/operations/" + service + "/status", token()));
                allAnswered &= answer.ok();
                System.out.printf(
                        "%-13s %s%n", service, answer.ok() ? line(answer.json()) : "answers " + answer.code());
            }
        }
        long resident = new CityProcesses(city.data()).residentMiB();
        if (resident > 0) {
            System.out.println("resident      " + resident + " MiB");
        }
        return allAnswered ? 0 : 1;
    }

    /** Every number or object the service tells, in its own order and words. */
    private static String line(JsonNode status) {
        StringBuilder line = new StringBuilder();
        status.properties().forEach(p -> line.append(line.isEmpty() ? "" : ", ")
                .append(p.getKey())
                .append(' ')
                .append(
                        p.getValue().isString()
                                ? p.getValue().stringValue()
                                : p.getValue().toString()));
        return line.toString();
    }

    int parked(Options options) {
        List<String> words = options.words();
        String what = words.isEmpty() ? "list" : words.getFirst();
        String service = options.text("--service", null);
        if (what.equals("list")) {
            (service == null ? SERVICES : List.of(service)).forEach(s -> print(get("/v1/operations/" + s + "/parked")));
            return 0;
        }
        if (service == null || words.size() != 2) {
            throw new Misuse("parked " + what + " wants --service NAME and the id of a message");
        }
        String path = "/v1/operations/" + service + "/parked/" + encoded(words.get(1));
        return switch (what) {
            case "show" -> print(get(path));
            case "replay" -> print(post(path + "/replay"));
            case "discard" -> print(post(path + "/discard"));
            default -> throw new Misuse("parked can list, show, replay and discard");
        };
    }

    private Answer get(String path) {
        try (Caller gateway = city.caller(PATIENCE)) {
            return gateway.call(Call.get(path, token()));
        }
    }

    private Answer post(String path) {
        try (Caller gateway = city.caller(PATIENCE)) {
            return gateway.call(Call.post(path, token(), UUID.randomUUID().toString(), null, null));
        }
    }

    private static int print(Answer answer) {
        System.out.println(
                answer.ok() && answer.body().length > 0
                        ? answer.json().toPrettyString()
                        : answer.status() + " " + answer.text());
        return answer.ok() ? 0 : 1;
    }

    private static String encoded(String id) {
        return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String token() {
        return city.tokens().of(OPERATOR);
    }
}
