package ir.parvaneh.application.screening;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files as people give them. A name is only ever shown, never a path; still, one that would be a path, hides
 * what it ends with, or breaks somebody's folder is refused where it is first heard.
 */
public final class FileNames {

    private static final Pattern PATH = Pattern.compile("[/\\\\:]|^\\.{1,2}$|^~|%2[fF]|%5[cC]");
    private static final Pattern CONTROL =
            Pattern.compile("\\p{Cc}|[\\u2028\\u2029\\uFEFF\\uFFF9-\\uFFFB]|\\p{Cs}|\\p{Cn}");
    /** Marks that turn text around. The joiners of Persian (U+200C, U+200D) are none of them. */
    private static final Pattern BIDI = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern EDGES = Pattern.compile("^[.\\s].*|.*[.\\s]$|.*[<>\"|?*].*", Pattern.DOTALL);
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "lpt1", "lpt2");

    private FileNames() {}

    /** What is wrong with a name, as {@code file-name-…}; empty when nothing is. */
    public static Optional<Refusal> fault(String name, int longest) {
        return code(name, longest)
                .map(code -> new Refusal(code, Map.of("most", longest), List.of(new Fault("/name", code))));
    }

    private static Optional<String> code(String name, int longest) {
        if (CONTROL.matcher(name).find()) {
            return Optional.of("file-name-control");
        }
        if (BIDI.matcher(name).find()) {
            return Optional.of("file-name-bidi");
        }
        if (PATH.matcher(name).find()) {
            return Optional.of("file-name-path");
        }
        if (name.codePointCount(0, name.length()) > longest) {
            return Optional.of("file-name-too-long");
        }
        return EDGES.matcher(name).matches() || isDevice(name) ? Optional.of("file-name-reserved") : Optional.empty();
    }

    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        return DEVICES.contains((dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT));
    }

    /** Whether the name of an archive's entry would leave the folder it is unpacked to. */
    static boolean escapes(String entry) {
        String plain = entry.replace('\\', '/');
        return plain.startsWith("/")
                || plain.matches("^[A-Za-z]:.*")
                || plain.indexOf('\0') >= 0
                || List.of(plain.split("/")).contains("..");
    }
}
