package ir.parvaneh.chassis.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a problem may repeat of an address or of a field's name. A part that could be somebody's name or number is left
 * out: problems end in logs and tickets of those who call.
 */
final class Unsaid {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:{}-]{0,80}");
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9])\\d{8,14}(?![A-Za-z0-9])");

    private Unsaid() {}

    /** @param path parts between slashes, as in an address or a JSON pointer */
    static String in(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(part -> mayBeSaid(part) ? part : "-")
                .collect(Collectors.joining("/"));
    }

    private static boolean mayBeSaid(String part) {
        return PLAIN.matcher(part).matches() && !NUMBER.matcher(part).find();
    }
}
