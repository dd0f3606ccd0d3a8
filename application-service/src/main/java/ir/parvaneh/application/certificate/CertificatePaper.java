package ir.parvaneh.application.certificate;

import ir.parvaneh.application.typeset.PaperDraft;
import ir.parvaneh.application.typeset.QrCode;
import ir.parvaneh.application.typeset.Script;
import ir.parvaneh.application.typeset.Sheet;
import ir.parvaneh.application.typeset.Sheet.Style;
import ir.parvaneh.application.typeset.Typeface;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.iran.Tehran;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets a certificate as a page. The same certificate, names and language give the same bytes. Lengths are points.
 */
final class CertificatePaper {

    private static final Color INK = new Color(0x1b, 0x26, 0x2c);
    private static final Color SOFT = new Color(0x5a, 0x6b, 0x73);
    private static final Color ACCENT = new Color(0x0f, 0x5c, 0x63);
    private static final Color GOLD = new Color(0xb8, 0x8a, 0x2e);
    private static final Color TINT = new Color(0xee, 0xf5, 0xf4);

    private static final Style TITLE = new Style(Typeface.BOLD, 25, ACCENT);
    private static final Style HEAD = new Style(Typeface.BOLD, 13, INK);
    private static final Style UNDER = new Style(Typeface.REGULAR, 10.5f, SOFT);
    private static final Style LABEL = new Style(Typeface.REGULAR, 10.5f, SOFT);
    private static final Style VALUE = new Style(Typeface.BOLD, 11.5f, INK);
    private static final Style NOTE = new Style(Typeface.REGULAR, 9.5f, INK);
    private static final Style SMALL = new Style(Typeface.REGULAR, 8, SOFT);

    private static final float MARGIN = 48;
    private static final float ROW = 23;
    private static final float CODE = 176;

    private final CertificatePolicy policy;
    private final String city;

    CertificatePaper(CertificatePolicy policy, String city) {
        this.policy = policy;
        this.city = city;
    }

    /** A line of the table. */
    private record Entry(String label, String value) {}

    /** The PDF; {@code holder} is null when the person told no name. */
    byte[] print(Certificate certificate, String holder, Words words) {
        Kind kind = policy.kinds().get(certificate.kind());
        String title = words.of(kind.title()) + " " + certificate.serial();
        var draft = new PaperDraft(
                title,
                words.of(text("municipality")),
                words.name(),
                certificate.issuedAt(),
                Tehran.ZONE,
                words == Words.fa ? Script.PERSIAN : Script.LATIN);
        return draft.set(sheet -> {
            frame(sheet);
            head(sheet, certificate, kind, words);
            float at = table(sheet, entries(certificate, kind, holder, words));
            notes(sheet, kind, words, at);
            check(sheet, certificate, words);
        });
    }

    /** What a phone is led to: the page that answers, with the signed statement. */
    String scanned(Certificate certificate) {
        return city + "/verify?s=" + certificate.statement();
    }

    private static void frame(Sheet sheet) {
        sheet.frame(24, 24, Sheet.WIDTH - 48, Sheet.HEIGHT - 48, 1.4f, ACCENT);
        sheet.frame(29, 29, Sheet.WIDTH - 58, Sheet.HEIGHT - 58, 0.5f, GOLD);
        Emblem.draw(sheet, Sheet.WIDTH / 2, 780, ACCENT, GOLD);
    }

    private void head(Sheet sheet, Certificate certificate, Kind kind, Words words) {
        float middle = Sheet.WIDTH / 2;
        sheet.centred(words.of(text("municipality")), middle, 738, HEAD);
        String district = words.of(text("department")) + " " + words.number(certificate.districtNo());
        sheet.centred(district, middle, 722, UNDER);
        sheet.centred(words.of(kind.title()), middle, 684, TITLE);
        sheet.fill(MARGIN, 622, Sheet.WIDTH - 2 * MARGIN, 44, TINT);
        float third = (Sheet.WIDTH - 2 * MARGIN) / 3;
        List<Entry> strip = List.of(
                new Entry(words.of(text("serial")), words.code(certificate.serial())),
                new Entry(words.of(text("issuedOn")), words.date(Tehran.dateOf(certificate.issuedAt()))),
                new Entry(words.of(text("validUntil")), until(certificate, words)));
        for (int i = 0; i < strip.size(); i++) {
            float center = sheet.fromStart(MARGIN + third * (i + 0.5f));
            sheet.centred(strip.get(i).label(), center, 650, SMALL);
            sheet.centred(strip.get(i).value(), center, 632, new Style(Typeface.BOLD, 10, INK));
        }
    }

    private String until(Certificate certificate, Words words) {
        return certificate.validUntil() == null ? words.of(text("forEver")) : words.date(certificate.validUntil());
    }

    private List<Entry> entries(Certificate certificate, Kind kind, String holder, Words words) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(words.of(text("holder")), holder == null ? words.of(text("holderUnknown")) : holder));
        entries.add(new Entry(words.of(text("plot")), words.code(certificate.renovationCode())));
        entries.add(new Entry(words.of(text("district")), words.number(certificate.districtNo())));
        kind.lines().forEach(line -> {
            Object value = certificate.contents().get(line.name());
            if (value != null) {
                Titles word = policy.words().get(value.toString());
                Titles unit = line.unit() == null ? null : policy.units().get(line.unit());
                entries.add(new Entry(words.of(line.label()), words.value(value, word, unit)));
            }
        });
        return entries;
    }

    private static float table(Sheet sheet, List<Entry> entries) {
        float at = 588;
        for (int i = 0; i < entries.size(); i++) {
            if (i % 2 == 1) {
                sheet.fill(MARGIN, at - 8, Sheet.WIDTH - 2 * MARGIN, ROW, TINT);
            }
            sheet.line(entries.get(i).label(), sheet.fromStart(MARGIN + 12), at, LABEL);
            sheet.line(entries.get(i).value(), sheet.fromStart(MARGIN + 190), at, VALUE);
            at -= ROW;
        }
        sheet.fill(MARGIN, at + ROW - 9, Sheet.WIDTH - 2 * MARGIN, 0.6f, GOLD);
        return at;
    }

    private static void notes(Sheet sheet, Kind kind, Words words, float from) {
        float at = from - 4;
        for (Titles note : kind.notes()) {
            sheet.line("•", sheet.fromStart(MARGIN + 12), at, NOTE);
            float longest = Sheet.WIDTH - 2 * MARGIN - 36;
            at = sheet.lines(words.of(note), sheet.fromStart(MARGIN + 24), at, longest, 15, NOTE) - 2;
        }
    }

    private void check(Sheet sheet, Certificate certificate, Words words) {
        float side = words == Words.fa ? MARGIN - 6 : Sheet.WIDTH - MARGIN - CODE + 6;
        sheet.code(QrCode.of(scanned(certificate)), side, 44, CODE);
        float start = sheet.fromStart(MARGIN + 12);
        float longest = Sheet.WIDTH - 2 * MARGIN - CODE - 24;
        sheet.line(words.of(text("checkTitle")), start, 196, HEAD);
        float at = sheet.lines(words.of(text("check")), start, 176, longest, 15, NOTE);
        at = sheet.lines(words.of(text("signed")), start, at - 6, longest, 15, NOTE);
        sheet.line(words.address(city + "/verify"), start, at - 8, SMALL);
    }

    private Titles text(String name) {
        return policy.texts().get(name);
    }
}
