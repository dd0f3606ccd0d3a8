package ir.parvaneh.dev.store;

/** Where changes are written down. A mark is a place in it; what was appended before a mark is durable with it. */
sealed interface Journal permits FileJournal, NoJournal {

    /** Takes one change, which is neither written nor forced yet; answers where its body is from now on. */
    Stored append(Entry entry);

    /** Behind everything that was appended so far. */
    long mark();

    /** Tells {@code then} once everything before the mark is on disk: at once if it is there already. */
    void whenDurable(long mark, Outcome then);

    /** Bytes appended since the last snapshot. */
    long bytes();

    /** Forces what is left and closes. */
    void close();

    /** What became of everything before a mark. */
    interface Outcome {

        /** {@code safe} is false when it could not be written. */
        void known(boolean safe);
    }
}
