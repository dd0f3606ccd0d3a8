package ir.parvaneh.application.certificate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ir.parvaneh.iran.PersianText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the register: the list of a district and a Jalali year, and the number in it. The serial of a certificate
 * is written {@code 07-1405-000123-34} [A]; its last two digits are a check (ISO 7064, MOD 97-10), which finds each
 * wrong digit and each pair that was swapped.
 *
 * @param list {@code 07-1405}; also the name of its status list
 * @param number from 1; also its index in the status list
 */
record Place(String list, long number) {

    private static final Pattern LIST = Pattern.compile("\\d{2}-\\d{4}");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{2}-\\d{4})-(\\d{6,9})-(\\d{2})");

    static String list(int districtNo, int jalaliYear) {
        return "%02d-%04d".formatted(districtNo, jalaliYear);
    }

    static boolean isList(String written) {
        return LIST.matcher(written).matches();
    }

    /** Reads digits of any script; empty when the text is no serial, or one that was mistyped. */
    static Optional<Place> of(String written) {
        String serial = PersianText.normalise(written).strip();
        Matcher parts = WRITTEN.matcher(serial);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Place place = new Place(parts.group(1), Long.parseLong(parts.group(2)));
        return place.serial().equals(serial) ? Optional.of(place) : Optional.empty();
    }

    @JsonIgnore
    String serial() {
        String body = "%s-%06d".formatted(list, number);
        long remainder = Long.parseLong(body.replace("-", "") + "00") % 97;
        return "%s-%02d".formatted(body, 98 - remainder);
    }
}
