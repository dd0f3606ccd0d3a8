package ir.parvaneh.process;

/** Where an action leads. */
public sealed interface Next {

    /** To a stage of the same line. */
    record ToStage(String stage) implements Next {}

    /** Out of a track, to a stage of the main line; every other track is closed. */
    record ToMainStage(String stage) implements Next {}

    /** Out of a track, which has done its part. */
    record Joined() implements Next {}

    /** To the end of the file. */
    record ToEnd(String outcome) implements Next {}

    /** As written in the table. */
    default String written() {
        return switch (this) {
            case ToStage to -> to.stage();
            case ToMainStage to -> TableReader.MAIN + to.stage();
            case Joined joined -> TableReader.JOINED;
            case ToEnd to -> to.outcome();
        };
    }
}
