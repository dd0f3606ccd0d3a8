package ir.parvaneh.dev.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The files of one store. {@code journal-N} holds changes in order; {@code snapshot-N} holds everything that was true
 * when {@code journal-N} began (or a little later, which does no harm). A snapshot takes its name when it is whole.
 */
final class DataFolder implements AutoCloseable {

    private static final String JOURNAL = "journal-";
    private static final String SNAPSHOT = "snapshot-";

    private final Path folder;
    private final FileChannel lock;
    private final Map<Path, EntryFile> opened = new ConcurrentHashMap<>();

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the folder for this process; refuses when a living store has it. */
    static DataFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(lock)) {
            lock.close();
            throw new IOException("another store works in " + folder.toAbsolutePath());
        }
        return new DataFolder(folder, lock);
    }

    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path journal(int number) {
        return folder.resolve(JOURNAL + number);
    }

    Path snapshot(int number) {
        return folder.resolve(SNAPSHOT + number);
    }

    Path unfinishedSnapshot() {
        return folder.resolve("unfinished");
    }

    /** Opens a journal or snapshot for reading back documents; it stays open until its name or this folder goes. */
    synchronized EntryFile reading(Path file) throws IOException {
        EntryFile entries = opened.get(file);
        if (entries == null) {
            entries = EntryFile.open(file);
            opened.put(file, entries);
        }
        return entries;
    }

    /** The number of the newest snapshot, 0 when there is none. */
    int newestSnapshot() throws IOException {
        return numbers(SNAPSHOT).stream().max(Integer::compare).orElse(0);
    }

    /** The journals that follow a snapshot, oldest first. */
    List<Integer> journalsFrom(int number) throws IOException {
        return numbers(JOURNAL).stream().filter(each -> each >= number).sorted().toList();
    }

    /** Deletes what the snapshot of this number has made needless; who still reads there reads on. */
    void forgetBefore(int number) throws IOException {
        for (int each : numbers(JOURNAL)) {
            if (each < number) {
                forget(journal(each));
            }
        }
        for (int each : numbers(SNAPSHOT)) {
            if (each < number) {
                forget(snapshot(each));
            }
        }
    }

    private void forget(Path file) throws IOException {
        opened.remove(file);
        Files.delete(file);
    }

    /** Makes names in this folder durable. */
    void force() throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private List<Integer> numbers(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> Integer.valueOf(name.substring(prefix.length())))
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        for (EntryFile file : opened.values()) {
            file.close();
        }
        lock.close();
    }
}
