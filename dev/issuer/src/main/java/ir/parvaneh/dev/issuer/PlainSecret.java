package ir.parvaneh.dev.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.springframework.security.crypto.password.PasswordEncoder;

/** One development secret that everybody may know: hashing it slowly would only slow down load runs. */
final class PlainSecret implements PasswordEncoder {

    @Override
    public String encode(CharSequence secret) {
        return secret.toString();
    }

    @Override
    public boolean matches(CharSequence given, String expected) {
        return MessageDigest.isEqual(given.toString().getBytes(UTF_8), expected.getBytes(UTF_8));
    }
}
