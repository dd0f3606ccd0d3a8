package ir.parvaneh.application.certificate;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import ir.parvaneh.application.certificate.Verification.Finding;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.iran.Tehran;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The page a phone is led to: one answer, large, in the reader's language; no script, no cookie, no name. */
final class VerificationPage {

    static final String SECURITY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final Template template;
    private final Map<String, Titles> texts = new HashMap<>();

    VerificationPage() {
        template = Mustache.compiler().nullValue("").compile(shipped("certificate/verify.html"));
        Map<String, Map<String, String>> written =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(shipped("certificate/verify-texts.yaml"));
        written.forEach((name, both) -> texts.put(name, new Titles(both.get("fa"), both.get("en"))));
    }

    /** A row of the answer. */
    private record Row(String label, String value) {}

    String empty(Words words) {
        return template.execute(around(words, ""));
    }

    /** @param statement the one that was asked about, kept when the language is changed; or null */
    String found(Finding finding, String statement, Words words) {
        String asked = statement != null
                ? "&s=" + encoded(statement)
                : finding.serial() == null ? "" : "&serial=" + encoded(finding.serial());
        Map<String, Object> page = around(words, asked);
        page.put("finding", answer(finding, words));
        return template.execute(page);
    }

    private Map<String, Object> around(Words words, String asked) {
        Words other = words == Words.fa ? Words.en : Words.fa;
        Map<String, Object> page = new HashMap<>();
        page.put("lang", words.name());
        page.put("dir", words == Words.fa ? "rtl" : "ltr");
        page.put("otherLang", other.name());
        page.put("otherLink", "/verify?lang=" + other + asked);
        page.put("otherName", text("other", words));
        for (String name : List.of("title", "lead", "askLabel", "askButton")) {
            page.put(name, text(name, words));
        }
        return page;
    }

    private Map<String, Object> answer(Finding finding, Words words) {
        Map<String, Object> answer = new HashMap<>();
        String meaning = finding.why() == null ? finding.result().wire() : finding.why();
        answer.put("result", finding.result().wire());
        answer.put("resultWord", words.of(finding.title()));
        answer.put("meaning", text(meaning, words));
        answer.put("rows", rows(finding, words));
        answer.put("hint", text(finding.signed() ? "hint-signed" : "hint-serial", words));
        return answer;
    }

    private List<Row> rows(Finding finding, Words words) {
        List<Row> rows = new ArrayList<>();
        if (finding.serial() == null) {
            return rows;
        }
        add(rows, "kind", words.of(finding.kindTitle()), words);
        add(rows, "serial", words.code(finding.serial()), words);
        add(rows, "district", words.number(finding.districtNo()), words);
        add(rows, "issuedOn", words.date(finding.issuedOn()), words);
        String until = finding.validUntil() == null ? text("forEver", words) : words.date(finding.validUntil());
        add(rows, "validUntil", until, words);
        if (finding.revokedAt() != null) {
            add(rows, "revokedOn", words.date(Tehran.dateOf(finding.revokedAt())), words);
        }
        if (finding.supersededBy() != null) {
            add(rows, "supersededBy", words.code(finding.supersededBy()), words);
        }
        said(finding, words, rows);
        return rows;
    }

    private void said(Finding finding, Words words, List<Row> rows) {
        if (finding.signed()) {
            add(rows, "plot", words.code(finding.plot()), words);
            finding.says()
                    .forEach(said -> rows.add(
                            new Row(words.of(said.label()), words.value(said.value(), said.word(), said.unit()))));
        }
    }

    private void add(List<Row> rows, String label, String value, Words words) {
        rows.add(new Row(text(label, words), value));
    }

    private String text(String name, Words words) {
        return words.of(texts.get(name));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String shipped(String path) {
        try (InputStream in = VerificationPage.class.getClassLoader().getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }
}
