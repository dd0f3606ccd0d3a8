package ir.parvaneh.dev.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command of the city's driver as a terminal runs it: a process of its own. */
record Command(int exit, String said) {

    static Command run(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "ir.parvaneh.dev.city.CityMain"));
        line.addAll(List.of(arguments));
        RunningCity city = RunningCity.here();
        line.addAll(List.of(
                "--gateway",
                city.gateway().toString(),
                "--issuer",
                city.issuer().toString()));
        return run(line);
    }

    private static Command run(List<String> line) {
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), said);
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it found that is not as it was written. */
    List<String> findings() {
        return said.lines()
                .filter(line -> line.startsWith("NOT AS WRITTEN"))
                .map(line -> line.substring("NOT AS WRITTEN".length()).strip())
                .toList();
    }
}
