package ir.parvaneh.dev.city.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the city's processes have cost the machine, by the pid files that {@code ./city up} leaves under its data. */
public final class CityProcesses {
    private static final long MILLIS_PER_TICK = 10;

    private final Path pidFiles;

    public CityProcesses(Path data) {
        this.pidFiles = data.resolve("run");
    }

    /** CPU used so far by all living processes together, in milliseconds; -1 when none is known or this is no Linux. */
    public long cpuMillis() {
        long sum = 0;
        int found = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(pidFiles, "*.pid")) {
            for (Path file : files) {
                long ticks = ticks(file);
                found += ticks >= 0 ? 1 : 0;
                sum += Math.max(0, ticks);
            }
        } catch (IOException none) {
            return -1;
        }
        return found == 0 ? -1 : sum * MILLIS_PER_TICK;
    }

    /** Memory resident now, of all living processes together, in MiB; -1 when unknown. */
    public long residentMiB() {
        long pages = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(pidFiles, "*.pid")) {
            for (Path file : files) {
                Path statm = Path.of("/proc", Files.readString(file).strip(), "statm");
                pages += Files.exists(statm)
                        ? Long.parseLong(Files.readString(statm).split(" ")[1])
                        : 0;
            }
        } catch (IOException none) {
            return -1;
        }
        return pages * 4096 / (1024 * 1024);
    }

    private static long ticks(Path pidFile) throws IOException {
        Path stat = Path.of("/proc", Files.readString(pidFile).strip(), "stat");
        if (!Files.exists(stat)) {
            return -1;
        }
        String line = Files.readString(stat);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }
}
