package ir.parvaneh.application.file;

import ir.parvaneh.contracts.Titles;
import java.time.Instant;

/** A desk's decision that the judge refused: which, and the sentence its person reads. */
public record LastRefusal(long opening, String action, String code, Titles sentence, Instant at) {}
