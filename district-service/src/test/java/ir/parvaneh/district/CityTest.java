package ir.parvaneh.district;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A district-service of its own for one class of tests, and what the other services tell it. */
abstract class CityTest {
    @TempDir
    static Path data;

    static City city;
    static Telling telling;

    @BeforeAll
    static void start() {
        city = new City(data);
        telling = new Telling(city);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    /** A file of district 7 that the district was told of, and whatever docket it comes to have. */
    static DocketHttp file(String name) {
        return new DocketHttp(city, telling.registered(7, name));
    }
}
