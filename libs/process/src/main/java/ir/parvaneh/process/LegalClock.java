package ir.parvaneh.process;

import java.util.List;

/**
 * A term that the law sets over several stages of the main line, such as a week from payment to issue. It begins when
 * the file enters the first stage and ends when it enters the last; what happens in between does not stop it.
 *
 * @param line where it stands in the table
 */
public record LegalClock(
        String name, Wording title, String from, String until, Term within, List<String> basis, int line) {}
