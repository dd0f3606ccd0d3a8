package ir.parvaneh.dev.city;

import ir.parvaneh.dev.city.Options.Misuse;
import ir.parvaneh.dev.city.audit.ProofCheck;
import ir.parvaneh.dev.city.audit.ServiceAudit;
import ir.parvaneh.dev.city.audit.StoredChain;
import ir.parvaneh.dev.city.wire.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code audit}: recomputes every history of the city, or one file's, from the entries as they lie in the stores, and
 * verifies the signed roots over them. Names each file and entry that is not what was written.
 */
final class AuditCommand {
    private static final List<String> SERVICES = List.of("application", "office", "district", "notification");
    private static final String AUDITOR = "auditor-1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final City city;
    private final Options options;
    private int findings;

    AuditCommand(City city, Options options) {
        this.city = city;
        this.options = options;
    }

    int run() {
        String proof = options.text("--check", null);
        if (proof != null) {
            return check(read(proof));
        }
        if (options.words().size() > 1) {
            throw new Misuse("audit wants one file or none");
        }
        try (Caller gateway = city.caller(PATIENCE)) {
            return options.words().isEmpty()
                    ? sweep(gateway)
                    : one(gateway, options.words().getFirst());
        }
    }

    private int sweep(Caller gateway) {
        for (String service : SERVICES) {
            ServiceAudit audit = audit(service, gateway);
            audit.roots();
            audit.sweep();
            System.out.println(audit.counts());
        }
        return verdict();
    }

    private int one(Caller gateway, String file) {
        ObjectNode saved = JSON.createObjectNode();
        int chains = 0;
        for (String service : SERVICES) {
            ServiceAudit audit = audit(service, gateway);
            audit.roots();
            List<StoredChain> found = audit.of(file);
            found.forEach(chain -> System.out.println(chain.name() + ": " + chain.number() + " entries"));
            chains += found.size();
            prove(audit, service, file, saved);
        }
        if (chains == 0) {
            System.err.println("no service has a history of " + file);
            return 1;
        }
        save(saved);
        return verdict();
    }

    private void prove(ServiceAudit audit, String service, String file, ObjectNode saved) {
        JsonNode proofs = audit.proofs(file);
        if (proofs != null) {
            JsonNode keys = audit.keys();
            print(proofs, keys);
            saved.putObject(service).<ObjectNode>set("keys", keys).set("proofs", proofs);
        }
    }

    private void print(JsonNode proofs, JsonNode keys) {
        for (JsonNode proof : proofs) {
            String verdict = ProofCheck.verdict(proof, keys);
            System.out.println("proof " + verdict);
            findings += verdict.startsWith("holds") ? 0 : 1;
        }
    }

    /** Without the city: the saved file, and keys from elsewhere when they are given. */
    private int check(JsonNode saved) {
        String trusted = options.text("--keys", null);
        saved.properties().forEach(service -> {
            JsonNode keys = trusted == null ? service.getValue().path("keys") : read(trusted);
            print((ArrayNode) service.getValue().path("proofs"), keys);
        });
        return verdict();
    }

    private void save(ObjectNode saved) {
        String path = options.text("--save", null);
        if (path == null) {
            return;
        }
        try {
            Files.write(Path.of(path), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(saved));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String path) {
        try {
            return JSON.readTree(Files.readAllBytes(Path.of(path)));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path, e);
        }
    }

    private ServiceAudit audit(String service, Caller gateway) {
        return new ServiceAudit(service, gateway, city.tokens().of(AUDITOR), found -> {
            findings++;
            System.out.println("NOT AS WRITTEN  " + found);
        });
    }

    private int verdict() {
        System.out.println(findings == 0 ? "all of it is as it was written" : findings + " findings");
        return findings == 0 ? 0 : 1;
    }
}
