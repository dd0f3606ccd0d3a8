package ir.parvaneh.application.file;

import ir.parvaneh.process.ProcessEvent;

/** Which moments of a file's life order a paper, such as the permit itself. */
@FunctionalInterface
public interface PaperMoments {

    /** @param process that carries the file */
    boolean orderPaper(String process, ProcessEvent event);
}
