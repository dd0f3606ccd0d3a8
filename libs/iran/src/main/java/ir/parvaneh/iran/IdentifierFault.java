package ir.parvaneh.iran;

import java.util.Locale;

/** Why a text is no identifier, or why one should be looked at again; a code and a sentence in both languages. */
public enum IdentifierFault {
    NATIONAL_ID_LENGTH("کد ملی ده رقم است.", "A national ID has ten digits."),
    NATIONAL_ID_REPEATED("کد ملی با ده رقم یکسان وجود ندارد.", "No national ID repeats one digit ten times."),
    NATIONAL_ID_CHECK_DIGIT("رقم کنترل کد ملی درست نیست.", "The check digit of the national ID is wrong."),
    LEGAL_ENTITY_ID_LENGTH("شناسهٔ ملی یازده رقم است.", "A legal-entity ID has eleven digits."),
    LEGAL_ENTITY_ID_REPEATED(
            "شناسهٔ ملی با رقم‌های یکسان یا بخش میانی صفر وجود ندارد.",
            "No legal-entity ID repeats one digit or has only zeros in its middle."),
    LEGAL_ENTITY_ID_CHECK_DIGIT("رقم کنترل شناسهٔ ملی درست نیست.", "The check digit of the legal-entity ID is wrong."),
    POSTAL_CODE_LENGTH("کد پستی ده رقم است.", "A postal code has ten digits."),
    POSTAL_CODE_AREA(
            "پنج رقم اول کد پستی درست نیست.",
            "The first five digits are no postal area: no 0 or 2, no 5 in fifth place, no four equal digits in front."),
    POSTAL_CODE_UNUSUAL(
            "پنج رقم آخر کد پستی نامعمول است؛ دوباره نگاه کنید.",
            "The last five digits of the postal code are unusual; please look again."),
    RENOVATION_CODE_PARTS(
            "کد نوسازی هفت بخش عددی است که با خط تیره جدا می‌شود.",
            "A renovation code has seven numbers joined by hyphens."),
    RENOVATION_CODE_DISTRICT(
            "منطقهٔ کد نوسازی وجود ندارد.", "The renovation code names a district that does not exist."),
    RENOVATION_CODE_GAP(
            "در کد نوسازی بخش بالاتر یک بخش صفر است.",
            "A part of the renovation code is given while the part above it is zero."),
    RENOVATION_CODE_REVERSED(
            "کد نوسازی وارونه نوشته شده است؛ از منطقه آغاز کنید.",
            "The renovation code is written backwards; it starts with the district."),
    FILE_NUMBER_FORM(
            "شمارهٔ پرونده یازده رقم است که با شمارهٔ منطقه (۰۱ تا ۲۲) آغاز می‌شود.",
            "A file number has eleven digits and starts with the district, 01 to 22."),
    MOBILE_FORM("شمارهٔ همراه به شکل ۰۹ و نه رقم دیگر است.", "A mobile number is 09 and nine more digits."),
    BILL_ID_LENGTH("شناسهٔ قبض شش تا سیزده رقم است.", "A bill identifier has six to thirteen digits."),
    BILL_ID_CHECK_DIGIT("رقم کنترل شناسهٔ قبض درست نیست.", "The control digit of the bill identifier is wrong."),
    PAYMENT_ID_LENGTH("شناسهٔ پرداخت شش تا سیزده رقم است.", "A payment identifier has six to thirteen digits."),
    PAYMENT_ID_CHECK_DIGIT(
            "رقم‌های کنترل شناسهٔ پرداخت با این قبض نمی‌خواند.",
            "The control digits of the payment identifier do not fit this bill.");

    private final String fa;
    private final String en;

    IdentifierFault(String fa, String en) {
        this.fa = fa;
        this.en = en;
    }

    /** The code of a problem, such as {@code national-id-check-digit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String fa() {
        return fa;
    }

    public String en() {
        return en;
    }
}
