package ir.parvaneh.dev.acceptance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The few rules that keep the house tidy, each with its reason. */
final class HouseRules {
    private static final Set<String> SERVICES = Set.of("application", "office", "district", "notification", "gateway");

    /** Services that reach into each other cannot be run, changed or understood apart. */
    static final ArchRule SERVICES_MEET_ONLY_IN_CONTRACTS = classes()
            .should(new ArchCondition<>("not depend on another service") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    item.getDirectDependenciesFromSelf().stream()
                            .filter(link -> foreign(service(item), service(link.getTargetClass())))
                            .forEach(link -> events.add(SimpleConditionEvent.violated(item, link.getDescription())));
                }
            })
            .because("no service depends on another service's module");

    /** A kernel that knows a framework can no longer be walked a thousand times a second by a test, or read by a lawyer's engineer. */
    static final ArchRule THE_KERNEL_IS_PLAIN = noClasses()
            .that()
            .resideInAPackage("ir.parvaneh.process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "reactor..",
                    "com.mongodb..",
                    "org.bson..",
                    "org.apache.kafka..",
                    "ir.parvaneh.chassis..",
                    "ir.parvaneh.application..",
                    "ir.parvaneh.contracts..")
            .because("decide and evolve are pure: no framework, no store, no stream, no permit");

    /** The calendar and the identifiers are useful to anybody; they need the JDK and ICU only. */
    static final ArchRule IRAN_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("ir.parvaneh.iran..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.ibm.icu..", "ir.parvaneh.iran..")
            .because("libs/iran is JDK and ICU only");

    /** What every service stands on must not know what any of them does. */
    static final ArchRule THE_CHASSIS_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAnyPackage("ir.parvaneh.chassis..", "ir.parvaneh.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ir.parvaneh.application..",
                    "ir.parvaneh.office..",
                    "ir.parvaneh.district..",
                    "ir.parvaneh.notification..",
                    "ir.parvaneh.process..",
                    "ir.parvaneh.iran..",
                    "ir.parvaneh.dev..")
            .because("arrows run one way: services stand on the chassis");

    /** Contracts are data that crosses a border; logic there would be shared code by another name. */
    static final ArchRule CONTRACTS_HOLD_NO_LOGIC = noClasses()
            .that()
            .resideInAPackage("ir.parvaneh.contracts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "ir.parvaneh.chassis..", "ir.parvaneh.process..")
            .because("contracts are records, topics and sources");

    /** Folders named after layers scatter one feature over many rooms. */
    static final ArchRule NO_LAYER_PACKAGES = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..controller..", "..service..", "..repository..", "..dto..", "..common..")
            .because("a feature holds all of its files side by side");

    /** Such names say that the author did not know what the thing is. */
    static final ArchRule NAMES_ARE_NOUNS_OF_THE_TRADE = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|DTO)$")
            .because("a type is named by a noun of the trade");

    /** Injected fields hide what a thing needs and cannot be final. */
    static final ArchRule NO_INJECTED_FIELDS = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .because("what a thing needs stands in its constructor");

    private HouseRules() {}

    static Map<String, ArchRule> all() {
        return new TreeMap<>(Map.of(
                "services meet only in contracts", SERVICES_MEET_ONLY_IN_CONTRACTS,
                "the kernel is plain", THE_KERNEL_IS_PLAIN,
                "iran stands alone", IRAN_STANDS_ALONE,
                "the chassis knows no service", THE_CHASSIS_KNOWS_NO_SERVICE,
                "contracts hold no logic", CONTRACTS_HOLD_NO_LOGIC,
                "no layer packages", NO_LAYER_PACKAGES,
                "names are nouns of the trade", NAMES_ARE_NOUNS_OF_THE_TRADE,
                "no injected fields", NO_INJECTED_FIELDS));
    }

    private static String service(JavaClass type) {
        List<String> parts = List.of(type.getPackageName().split("\\."));
        boolean ours = parts.size() > 2 && parts.get(0).equals("ir") && SERVICES.contains(parts.get(2));
        return ours ? parts.get(2) : "";
    }

    private static boolean foreign(String from, String to) {
        return !from.isEmpty() && !to.isEmpty() && !from.equals(to);
    }
}
