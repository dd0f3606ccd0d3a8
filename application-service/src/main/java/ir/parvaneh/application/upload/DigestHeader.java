package ir.parvaneh.application.upload;

import ir.parvaneh.chassis.web.Refused;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** What RFC 9530 says of a body: {@code Content-Digest} or {@code Repr-Digest}, of which SHA-256 is read. */
final class DigestHeader {

    static final String CONTENT = "Content-Digest";
    private static final String REPRESENTATION = "Repr-Digest";
    private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):");

    private DigestHeader() {}

    /** In hex; refuses with {@code digest-missing}. */
    static String sha256(HttpHeaders headers) {
        return Stream.of(CONTENT, REPRESENTATION)
                .flatMap(name -> headers.getOrEmpty(name).stream())
                .flatMap(value -> read(value).stream())
                .findFirst()
                .orElseThrow(() -> Refused.at("digest-missing", CONTENT));
    }

    private static Optional<String> read(String value) {
        Matcher found = SHA_256.matcher(value);
        try {
            return found.find()
                    ? Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(found.group(1))))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
