package ir.parvaneh.process;

import java.util.List;

/**
 * A term that the law sets over several stages of the main line, such as a week from payment to issue. It begins when
 * the file enters the first stage and ends when it enters the last or comes to its end; what happens in between does
 * not stop it, but for the stages that make it void, from where it has to begin anew.
 *
 * @param voidAt stages in which its beginning proves to have been none, such as a payment that is refused
 * @param line where it stands in the table
 */
public record LegalClock(
        String name,
        Wording title,
        String from,
        String until,
        List<String> voidAt,
        Term within,
        List<String> basis,
        int line) {}
