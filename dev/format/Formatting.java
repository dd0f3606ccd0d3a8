import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds every Java file of the tree against the one style: {@code check} names those that differ, {@code write} mends them. */
public final class Formatting {
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.PALANTIR;

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(STYLE).build());
    private final boolean write;

    private Formatting(boolean write) {
        this.write = write;
    }

    public static void main(String[] args) throws IOException {
        List<Path> odd =
                new Formatting(args[0].equals("write")).look(Path.of(args[1]).normalize());
        odd.forEach(file -> System.err.println("not formatted: " + file));
        if (!odd.isEmpty()) {
            System.err.println("mend them with: ./mvnw -pl dev/format process-sources -Dformat=write");
            System.exit(1);
        }
    }

    private List<Path> look(Path root) throws IOException {
        List<Path> odd = new ArrayList<>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Formatting::isOurs).sorted().toList()) {
                if (!fits(file)) odd.add(file);
            }
        }
        return odd;
    }

    private static boolean isOurs(Path file) {
        String path = file.toString();
        return path.endsWith(".java") && !path.contains("/target/") && !path.contains("/.data/");
    }

    private boolean fits(Path file) throws IOException {
        String before = Files.readString(file);
        try {
            String after = RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(before, STYLE));
            after = formatter.formatSource(after);
            if (after.equals(before)) return true;
            if (write) Files.writeString(file, after);
            return write;
        } catch (FormatterException unreadable) {
            System.err.println(file + ": " + unreadable.getMessage());
            return false;
        }
    }
}
