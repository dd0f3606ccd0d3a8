package ir.parvaneh.chassis.web;

import java.util.regex.Pattern;

/** Strong entity tags: the quoted number of a resource's last visible change. */
public final class ETags {
    private static final Pattern SHAPE = Pattern.compile("\"(\\d{1,18})\"");

    private ETags() {}

    public static String of(long number) {
        return '"' + Long.toString(number) + '"';
    }

    /** The number in a tag; {@code if-match-invalid} when it is none of ours. */
    public static long number(String tag) {
        var shape = SHAPE.matcher(tag.strip());
        if (!shape.matches()) {
            throw Refused.at("if-match-invalid", "If-Match");
        }
        return Long.parseLong(shape.group(1));
    }
}
