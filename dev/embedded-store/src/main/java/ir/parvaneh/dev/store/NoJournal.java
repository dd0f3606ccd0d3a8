package ir.parvaneh.dev.store;

/** For stores that live as long as their process. */
final class NoJournal implements Journal {

    @Override
    public void append(Entry entry) {
        // nothing outlives the process
    }

    @Override
    public long mark() {
        return 0;
    }

    @Override
    public void whenDurable(long mark, Outcome then) {
        then.known(true);
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
