package ir.parvaneh.application.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.iran.PersianText;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void a_serial_is_read_back_in_digits_of_either_script() {
        Place place = new Place(Place.list(7, 1405), 123);
        assertThat(place.serial()).startsWith("07-1405-000123-").hasSize(17);
        assertThat(Place.of(place.serial())).contains(place);
        assertThat(Place.of(PersianText.persianDigits(" " + place.serial() + " ")))
                .contains(place);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 58_713})
    void each_wrong_digit_and_each_swapped_pair_is_found(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String serial = new Place(Place.list(1 + random.nextInt(22), 1405), 1 + random.nextInt(999_999)).serial();
            for (int at = 0; at < serial.length(); at++) {
                assertThat(Place.of(withAnotherDigit(serial, at)))
                        .as(serial + " at " + at)
                        .isEmpty();
                String swapped = swapped(serial, at);
                assertThat(swapped.equals(serial) || Place.of(swapped).isEmpty())
                        .as(serial + " at " + at)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "07-1405", "07-1405-000123", "7-1405-000123-34", "x", "07-1405-0000000000000001-00"})
    void what_is_no_serial_is_not_read(String text) {
        assertThat(Place.of(text)).isEmpty();
    }

    private static String withAnotherDigit(String serial, int at) {
        char digit = serial.charAt(at);
        char other = digit == '-' ? '7' : (char) ('0' + (digit - '0' + 1) % 10);
        return serial.substring(0, at) + other + serial.substring(at + 1);
    }

    private static String swapped(String serial, int at) {
        if (at + 1 >= serial.length()) {
            return serial;
        }
        return serial.substring(0, at) + serial.charAt(at + 1) + serial.charAt(at) + serial.substring(at + 2);
    }
}
