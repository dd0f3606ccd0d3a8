package ir.parvaneh.application.certificate;

import ir.parvaneh.contracts.Titles;
import ir.parvaneh.iran.JalaliDate;
import ir.parvaneh.iran.PersianText;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, numbers and codes as a reader of Persian or of English expects them. */
enum Words {
    fa,
    en;

    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    /** Left-to-right isolate and its end: a code keeps its order inside a Persian line. */
    private static final char ISOLATE = '\u2066';

    private static final char END = '\u2069';

    String of(Titles titles) {
        return this == fa ? titles.fa() : titles.en();
    }

    /** Jalali in Persian; both calendars in English. */
    String date(LocalDate day) {
        JalaliDate jalali = JalaliDate.of(day);
        return this == fa ? jalali.inPersianWords() : ENGLISH_DATE.format(day) + " (" + jalali + ")";
    }

    /** Digits, hyphens and slashes that keep their order. */
    String code(String code) {
        return this == fa ? ISOLATE + PersianText.persianDigits(code) + END : code;
    }

    /** An address, which keeps its own digits. */
    String address(String address) {
        return this == fa ? ISOLATE + address + END : address;
    }

    String number(Number number) {
        DecimalFormat format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        String text = format.format(new BigDecimal(number.toString()));
        return this == fa ? PersianText.persianDigits(text.replace(',', '٬').replace('.', '٫')) : text;
    }

    /** A value of evidence: its word when it has one, a number with its unit, or the text itself. */
    String value(Object value, Titles word, Titles unit) {
        if (word != null) {
            return of(word);
        }
        String text = value instanceof Number number ? number(number) : code(value.toString());
        return unit == null ? text : text + " " + of(unit);
    }
}
