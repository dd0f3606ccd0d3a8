package ir.parvaneh.dev.acceptance;

import ir.parvaneh.dev.issuer.CityPeople;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Somebody of the city by login; {@link #NOBODY} calls without a token. */
record Person(String name) {
    static final Person NOBODY = new Person("");

    private static final Map<String, String> NAMES = CityPeople.all().stream()
            .collect(Collectors.toUnmodifiableMap(
                    known -> known.personId().toString(), ir.parvaneh.dev.issuer.Person::name));

    static Person byId(String id) {
        return new Person(Objects.requireNonNull(NAMES.get(id), id));
    }

    boolean isNobody() {
        return name.isEmpty();
    }

    String id() {
        return CityPeople.personId(name).toString();
    }

    String token() {
        return RunningCity.here().token(name);
    }

    Reply get(String path) {
        return Ask.get(path).as(this).send();
    }

    Reply post(String path, Object body) {
        return Ask.post(path, body).as(this).send();
    }
}
