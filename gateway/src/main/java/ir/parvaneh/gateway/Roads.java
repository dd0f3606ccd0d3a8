package ir.parvaneh.gateway;

import static ir.parvaneh.gateway.Service.APPLICATION;
import static ir.parvaneh.gateway.Service.DISTRICT;
import static ir.parvaneh.gateway.Service.ISSUER;
import static ir.parvaneh.gateway.Service.NOTIFICATION;
import static ir.parvaneh.gateway.Service.OFFICE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * The table of roads, found by the longest prefix that ends at a slash. What it does not name, such as the services'
 * internal paths, cannot be reached from outside.
 */
final class Roads {
    private static final String KNOWN = Road.class.getName();
    private static final Optional<Road> STREAM = Optional.of(Road.stream(NOTIFICATION));
    private static final Optional<Road> SMALL_PAPER = Optional.of(Road.upload(APPLICATION));
    private static final Set<String> PUBLIC_LISTS = Set.of("/v1/offices");
    private static final Optional<Road> PUBLIC_LIST = Optional.of(Road.open(OFFICE));

    private final Map<String, Road> table = new HashMap<>();

    Roads(boolean dev) {
        forCitizens();
        forDesks();
        forOperators();
        forAuditors();
        if (dev) {
            forDevelopment();
        }
    }

    private void forCitizens() {
        table.put("/v1/applications", Road.signedIn(APPLICATION));
        table.put("/v1/uploads", Road.upload(APPLICATION));
        table.put("/v1/documents", Road.signedIn(APPLICATION));
        table.put("/v1/quality-checks", Road.signedIn(APPLICATION));
        table.put("/v1/me", Road.signedIn(APPLICATION));
        table.put("/v1/me/messages", Road.signedIn(NOTIFICATION));
        table.put("/v1/processes", Road.open(APPLICATION));
        table.put("/v1/fees", Road.open(APPLICATION));
        table.put("/v1/slips", Road.signedIn(APPLICATION));
        table.put("/v1/payments", Road.signedIn(APPLICATION));
        table.put("/v1/payments/callbacks", Road.open(APPLICATION));
        table.put("/v1/ping", Road.signedIn(APPLICATION));
        table.put("/v1/tracking", Road.open(APPLICATION));
        table.put("/v1/evidence-schemas", Road.open(APPLICATION));
        forHoldersOfPapers();
        table.put("/v1/offices", Road.signedIn(OFFICE));
        table.put("/v1/engineers", Road.signedIn(OFFICE));
        table.put("/v1/visits", Road.signedIn(OFFICE));
        table.put("/v1/visit-ledger", Road.signedIn(OFFICE));
    }

    /** Whoever holds a certificate may ask whether it is genuine. */
    private void forHoldersOfPapers() {
        table.put("/v1/certificates", Road.signedIn(APPLICATION));
        table.put("/v1/verification", Road.open(APPLICATION));
        table.put("/v1/certificate-keys", Road.open(APPLICATION));
        table.put("/v1/status-lists", Road.open(APPLICATION));
        table.put("/verify", Road.open(APPLICATION));
    }

    private void forDesks() {
        table.put("/v1/tasks", Road.desk());
        table.put("/v1/signatures", Road.signedIn(DISTRICT));
        table.put("/v1/delegations", Road.signedIn(DISTRICT));
        table.put("/v1/dossiers", Road.signedIn(DISTRICT));
        table.put("/v1/insight", Road.signedIn(DISTRICT));
        table.put("/v1/district-visits", Road.signedIn(DISTRICT));
        table.put("/v1/dockets", Road.signedIn(DISTRICT));
        table.put("/v1/docket-schemas", Road.open(DISTRICT));
    }

    private void forOperators() {
        table.put("/v1/operations/application", Road.operator(APPLICATION));
        table.put("/v1/operations/office", Road.operator(OFFICE));
        table.put("/v1/operations/district", Road.operator(DISTRICT));
        table.put("/v1/operations/notification", Road.operator(NOTIFICATION));
    }

    /** Roots and keys are published; who may read more is for each service to judge. */
    private void forAuditors() {
        for (Service service : List.of(APPLICATION, OFFICE, DISTRICT, NOTIFICATION)) {
            String audit = "/v1/audit/" + service.label();
            table.put(audit, Road.signedIn(service));
            table.put(audit + "/roots", Road.open(service));
            table.put(audit + "/keys", Road.open(service));
        }
    }

    private void forDevelopment() {
        table.put("/dev/clock", Road.open(APPLICATION));
        table.put("/dev/people", Road.open(ISSUER));
        table.put("/oauth2/token", Road.open(ISSUER));
    }

    /** The road of a request, looked up once. */
    Optional<Road> of(ServerWebExchange exchange) {
        Optional<Road> known = exchange.getAttribute(KNOWN);
        if (known == null) {
            known = find(exchange.getRequest());
            exchange.getAttributes().put(KNOWN, known);
        }
        return known;
    }

    private Optional<Road> find(ServerHttpRequest request) {
        String path = request.getURI().getRawPath();
        if (isStream(path)) {
            return STREAM;
        }
        if (isOfAnApplication(path, "/documents") && request.getMethod() == HttpMethod.POST) {
            return SMALL_PAPER;
        }
        if (PUBLIC_LISTS.contains(path) && request.getMethod() == HttpMethod.GET) {
            return PUBLIC_LIST;
        }
        return Optional.ofNullable(longest(path));
    }

    /** Whether a path, be it a template, leads to a service; a desk's paths lead to whoever keeps desks. */
    boolean leads(String path, String service) {
        Road road = isStream(path) ? STREAM.orElseThrow() : longest(path);
        return road != null
                && (road.kind() == Road.Kind.DESK || road.service().label().equals(service));
    }

    private Road longest(String path) {
        Road road = table.get(path);
        for (int end = path.lastIndexOf('/'); road == null && end > 0; end = path.lastIndexOf('/', end - 1)) {
            road = table.get(path.substring(0, end));
        }
        return road;
    }

    private static boolean isStream(String path) {
        return isOfAnApplication(path, "/stream");
    }

    /** {@code /v1/applications/{id}} and that, and nothing deeper. */
    private static boolean isOfAnApplication(String path, String what) {
        return path.startsWith("/v1/applications/")
                && path.endsWith(what)
                && path.indexOf('/', "/v1/applications/".length()) == path.length() - what.length();
    }
}
