package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.identity.Caller;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Who sees which desk and may do what there. A service answers from the caller's claims and its own people. */
public interface DeskScope {
    /** Names of the desks whose tasks the caller sees; none for one who has no desk. */
    List<String> desksOf(Caller caller);

    /** Whether the caller may take tasks of this desk from colleagues and give them. */
    boolean heads(Caller caller, String desk);

    /** Roles of an absent person in which the caller may sign now; none without a delegation. */
    default Mono<Set<String>> lent(Caller caller, String absentPersonId) {
        return Mono.just(Set.of());
    }

    /** Whether a text can be somebody's id: what names a person to the world may not pass for one. */
    boolean isId(String text);

    /** Whether a person may be given tasks of this desk. */
    default Mono<Boolean> worksAt(String personId, String desk) {
        return Mono.just(true);
    }
}
