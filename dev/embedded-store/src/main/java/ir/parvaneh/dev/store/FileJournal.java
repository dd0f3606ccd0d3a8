package ir.parvaneh.dev.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends changes to a file and forces it. While one force runs, the entries of everybody else gather; the next force
 * carries them all. A failed write or force ends the journal: nothing is acknowledged after it.
 */
final class FileJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);

    private record Waiter(long mark, Outcome then) {}

    private final DataFolder folder;
    private final StoreCounters counters;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition rest = lock.newCondition();
    private final Queue<Waiter> waiters = new ArrayDeque<>();
    private final Thread writer = new Thread(this::run, "store-journal");

    private EntryBuffer gathering = new EntryBuffer();
    private EntryBuffer writing = new EntryBuffer();
    private FileChannel file;
    private EntryFile readable;
    private int number;
    private long appended;
    private volatile long written;
    private long writingUpTo;
    private boolean writingNow;
    private boolean closed;
    private volatile long durable;
    private volatile boolean broken;

    FileJournal(DataFolder folder, int number, StoreCounters counters) throws IOException {
        this.folder = folder;
        this.number = number;
        this.counters = counters;
        this.file = openFile(number);
        this.readable = folder.reading(folder.journal(number));
        this.written = file.position();
        readable.forcedTo(written);
        writer.setDaemon(true);
        writer.start();
    }

    private FileChannel openFile(int which) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.journal(which), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.position(channel.size());
        folder.force();
        return channel;
    }

    @Override
    public Stored append(Entry entry) {
        lock.lock();
        try {
            requireWhole();
            long offset = written + gathering.size();
            gathering.add(entry);
            appended++;
            counters.journalRecords.increment();
            return Stored.hot(readable, offset, entry.body());
        } finally {
            lock.unlock();
        }
    }

    private void requireWhole() {
        if (broken || closed) {
            throw new IllegalStateException("the journal is closed");
        }
    }

    @Override
    public long mark() {
        lock.lock();
        try {
            return appended;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void whenDurable(long mark, Outcome then) {
        if (durable >= mark || !enlist(mark, then)) {
            then.known(durable >= mark);
        }
    }

    private boolean enlist(long mark, Outcome then) {
        lock.lock();
        try {
            boolean waits = durable < mark && !broken;
            if (waits) {
                waiters.add(new Waiter(mark, then));
                work.signal();
            }
            return waits;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (takeTurn()) {
                writing.drainTo(file);
                file.force(false);
                counters.journalForces.increment();
                finishTurn().forEach(waiter -> waiter.then().known(true));
            }
        } catch (IOException | RuntimeException failure) {
            LOG.error("the journal cannot be written any more; the store answers no further write", failure);
            giveUp().forEach(waiter -> waiter.then().known(false));
        }
    }

    private List<Waiter> giveUp() {
        lock.lock();
        try {
            broken = true;
            List<Waiter> left = List.copyOf(waiters);
            waiters.clear();
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work and takes all of it; false when the journal is closed and everything is written. */
    private boolean takeTurn() {
        lock.lock();
        try {
            while (waiters.isEmpty() && !closed) {
                work.awaitUninterruptibly();
            }
            swap();
            writingNow = writing.size() > 0 || !waiters.isEmpty();
            return writingNow;
        } finally {
            lock.unlock();
        }
    }

    private void swap() {
        EntryBuffer filled = gathering;
        gathering = writing;
        writing = filled;
        written += writing.size();
        writingUpTo = appended;
    }

    private List<Waiter> finishTurn() {
        lock.lock();
        try {
            durable = writingUpTo;
            readable.forcedTo(written);
            writingNow = false;
            rest.signalAll();
            List<Waiter> ready = new ArrayList<>();
            while (!waiters.isEmpty() && waiters.peek().mark() <= durable) {
                ready.add(waiters.remove());
            }
            return ready;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long bytes() {
        return written;
    }

    /** Goes on in a new file; answers its number. All before it is written and forced in the files before. */
    int turnOver() throws IOException {
        FileChannel next = openFile(number + 1);
        EntryFile nextReadable = folder.reading(folder.journal(number + 1));
        lock.lock();
        try {
            while (writingNow) {
                rest.awaitUninterruptibly();
            }
            written += gathering.size();
            gathering.drainTo(file);
            file.force(false);
            file.close();
            readable.forcedTo(written);
            durable = appended;
            file = next;
            readable = nextReadable;
            written = 0;
            return ++number;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        try {
            writer.join();
            file.close();
            folder.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
