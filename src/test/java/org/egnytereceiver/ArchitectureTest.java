package org.egnytereceiver;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.servlet.Filter;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.egnytereceiver.delivery.Reason;
import org.egnytereceiver.event.EgnyteEvent;

/** The rules of the WAR that its packages and types keep. */
@AnalyzeClasses(packages = "org.egnytereceiver", importOptions = {DoNotIncludeTests.class, ArchitectureTest.OfTheWar.class})
class ArchitectureTest {

    /** What runs beside the WAR has rules of its own. */
    static class OfTheWar implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/org/egnytereceiver/adapter/") && !location.contains("/org/egnytereceiver/launcher/");
        }
    }

    @ArchTest
    static final ArchRule arrowsPointTowardsTheVocabulary = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("event").definedBy("org.egnytereceiver.event..")
            .layer("problem").definedBy("org.egnytereceiver.problem..")
            .layer("settings").definedBy("org.egnytereceiver.settings..")
            .layer("lifecycle").definedBy("org.egnytereceiver.lifecycle..")
            .layer("database").definedBy("org.egnytereceiver.database..")
            .layer("reading").definedBy("org.egnytereceiver.reading..")
            .layer("origin").definedBy("org.egnytereceiver.origin..")
            .layer("delivery").definedBy("org.egnytereceiver.delivery..")
            .layer("journal").definedBy("org.egnytereceiver.journal..")
            .layer("quarantine").definedBy("org.egnytereceiver.quarantine..")
            .layer("work").definedBy("org.egnytereceiver.work..")
            .layer("publication").definedBy("org.egnytereceiver.publication..")
            .layer("audit").definedBy("org.egnytereceiver.audit..")
            .layer("accounts").definedBy("org.egnytereceiver.accounts..")
            .layer("api").definedBy("org.egnytereceiver.api..")
            .layer("operations").definedBy("org.egnytereceiver.operations..")
            .whereLayer("event").mayNotAccessAnyLayer()
            .whereLayer("problem").mayNotAccessAnyLayer()
            .whereLayer("settings").mayNotAccessAnyLayer()
            .whereLayer("lifecycle").mayNotAccessAnyLayer()
            .whereLayer("database").mayNotAccessAnyLayer()
            .whereLayer("reading").mayOnlyAccessLayers("event")
            .whereLayer("origin").mayOnlyAccessLayers("settings", "lifecycle")
            .whereLayer("delivery").mayOnlyAccessLayers("event", "reading", "database", "problem", "settings", "lifecycle",
                    "origin")
            .whereLayer("journal").mayOnlyAccessLayers("delivery", "event", "database", "problem", "settings", "lifecycle")
            .whereLayer("quarantine").mayOnlyAccessLayers("delivery", "journal", "event", "database")
            .whereLayer("work").mayOnlyAccessLayers("journal", "reading", "event", "database", "problem",
                    "settings", "lifecycle")
            .whereLayer("publication").mayOnlyAccessLayers("work", "journal", "event", "lifecycle")
            .whereLayer("audit").mayOnlyAccessLayers("problem", "settings", "lifecycle")
            .whereLayer("accounts").mayOnlyAccessLayers("audit", "origin", "problem", "settings", "lifecycle")
            .whereLayer("api").mayOnlyAccessLayers("journal", "quarantine", "accounts", "audit", "origin", "delivery", "event",
                    "database", "problem", "lifecycle")
            .whereLayer("operations").mayOnlyAccessLayers("database", "lifecycle", "settings")
            .ensureAllClassesAreContainedInArchitectureIgnoring("org.egnytereceiver")
            .because("each capability can then be understood alone: announce the fact on the CDI bus and let the other "
                    + "package observe it, or, if the arrow is right, add it here and to both package-info files");

    @ArchTest
    static final ArchRule capabilitiesFormNoCycle = slices().matching("org.egnytereceiver.(*)..").should().beFreeOfCycles()
            .because("packages in a circle are one package: move the shared type to the one that both may know");

    @ArchTest
    static final ArchRule vocabularyIsPlainJava = classes().that().resideInAPackage("org.egnytereceiver.event..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("org.egnytereceiver.event..", "java..", "jakarta.json",
                    "jakarta.json.spi", "jakarta.json.stream", "jakarta.json.bind..", "jakarta.validation..")
            .because("events are to be read anywhere: keep databases, messages and HTTP in the capability that uses them");

    @ArchTest
    static final ArchRule eventsAreRecords = classes().that().areAssignableTo(EgnyteEvent.class).and().areNotInterfaces()
            .should().beRecords()
            .because("what has happened does not change: make the class a record of its family's interface");

    @ArchTest
    static final ArchRule apiKnowsTheReasonsOfADeliveryOnly = noClasses().that().resideInAPackage("org.egnytereceiver.api..")
            .should().dependOnClassesThat(are(resideInAPackage("org.egnytereceiver.delivery.."))
                    .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(Reason.class))))
            .because("the API shows what the journal and the quarantine keep: ask one of those");

    @ArchTest
    static final ArchRule entranceAndPeopleShareNoAuthentication = noClasses()
            .that().resideInAnyPackage("org.egnytereceiver.accounts..", "org.egnytereceiver.audit..")
            .should().dependOnClassesThat().resideInAPackage("org.egnytereceiver.delivery..")
            .orShould(beUsedBy("org.egnytereceiver.delivery.."))
            .because("what proves Egnyte must not open the people's side, nor the other way round: keep the two apart");

    @ArchTest
    static final ArchRule entitiesStayInside = classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate()
            .because("an entity outside of its transaction surprises everybody: hand out a record");

    @ArchTest
    static final ArchRule observersStayInside = methods().that(new ObserveAnEvent()).should().notBePublic()
            .andShould().haveRawReturnType(void.class)
            .because("only the CDI bus calls them: drop the modifier");

    @ArchTest
    static final ArchRule entrancesHoldNoTransaction = noClasses().that().areAnnotatedWith(Path.class)
            .or().areAnnotatedWith(MessageDriven.class)
            .should().dependOnClassesThat().areAssignableTo(Transactional.class)
            .orShould().dependOnClassesThat().resideInAPackage("jakarta.persistence..")
            .orShould().beAnnotatedWith(Transactional.class)
            .because("an answer before the commit would be a lie: call a bean whose method is the transaction");

    @ArchTest
    static final ArchRule entrancesAreOpenedByTheContainerOnly = classes().that().areAnnotatedWith(Path.class)
            .or().areAnnotatedWith(MessageDriven.class).or().areAnnotatedWith(Singleton.class)
            .or().areAssignableTo(Application.class)
            .should(beUsedInTheirOwnPackageOnly())
            .because("an entrance is where a call begins: call the bean behind it");

    @ArchTest
    static final ArchRule messagingLivesInWorkAndPublication = noClasses()
            .that().resideOutsideOfPackages("org.egnytereceiver.work..", "org.egnytereceiver.publication..")
            .should().dependOnClassesThat().resideInAPackage("jakarta.jms..")
            .because("a delivery is stored whether the broker is there or not: observe EventsRecorded, or @Work EventsWorked");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses().that().doNotHaveFullyQualifiedName("org.egnytereceiver.operations.UtcClock")
            .should(callSystemTime())
            .because("tests have to move it: inject java.time.Clock");

    @ArchTest
    static final ArchRule namesSayWhatTheyDo = noClasses()
            .should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Service|DTO|Dto|Processor)$")
            .because("such a name fits everything: name the thing after what it is in the business");

    @ArchTest
    static final ArchRule publicMeansShared = classes().that().arePublic().and().areTopLevelClasses()
            .and().resideOutsideOfPackage("org.egnytereceiver.event..").and(are(notOpenedByTheContainer()))
            .should(beUsedFromAnotherPackage())
            .because("what only its own package uses is an inside: drop the modifier");

    @ArchTest
    static final ArchRule warKnowsNoServerAndNoBroker = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.activemq..", "org.apache.artemis..", "io.netty..",
                    "fish.payara..", "com.sun..", "org.glassfish..", "org.eclipse.persistence..", "org.eclipse.yasson..",
                    "org.eclipse.parsson..", "org.hibernate..", "org.h2..", "org.postgresql..",
                    "org.egnytereceiver.adapter..", "org.egnytereceiver.launcher..")
            .because("the same WAR runs on every server: use the Jakarta or MicroProfile API, and bind it in server-config");

    private static ArchCondition<JavaClass> callSystemTime() {
        var sources = Set.of(Instant.class, Clock.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class,
                ZonedDateTime.class, System.class, Date.class);
        return new ArchCondition<>("ask the system for the time") {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(call -> sources.stream().anyMatch(source -> call.getTargetOwner().isEquivalentTo(source)))
                        .filter(call -> Set.of("now", "currentTimeMillis").contains(call.getName())
                                || call.getName().startsWith("system") || call.getTargetOwner().isEquivalentTo(Date.class))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaClass> notOpenedByTheContainer() {
        return DescribedPredicate.describe("not opened by the container", type -> !(type.isAnnotatedWith(Path.class)
                || type.isAnnotatedWith(Provider.class)
                || type.isAssignableTo(Filter.class)
                || type.isAnnotatedWith(Singleton.class)
                || type.isAnnotatedWith(MessageDriven.class)
                || type.isAssignableTo(Application.class)
                || type.isAssignableTo(JsonbDeserializer.class)));
    }

    private static ArchCondition<JavaClass> beUsedBy(String packages) {
        var users = resideInAPackage(packages);
        return new ArchCondition<>("be used by " + packages) {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesToSelf().stream().filter(use -> users.test(use.getOriginClass()))
                        .forEach(use -> events.add(SimpleConditionEvent.satisfied(use, use.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> beUsedInTheirOwnPackageOnly() {
        return new ArchCondition<>("be used in their own package only") {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> beUsedFromAnotherPackage() {
        return new ArchCondition<>("be used from another package") {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var shared = Stream.concat(Stream.of(type), type.getAllSubclasses().stream())
                        .filter(kind -> kind.equals(type) || kind.getEnclosingClass().filter(type::equals).isPresent())
                        .flatMap(kind -> kind.getDirectDependenciesToSelf().stream())
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(type, shared, type.getName() + " is public, and only its own package uses it"));
            }
        };
    }

    private static final class ObserveAnEvent extends DescribedPredicate<JavaMethod> {

        ObserveAnEvent() {
            super("observe an event");
        }

        @Override
        public boolean test(JavaMethod method) {
            return method.getParameters().stream().anyMatch(
                    parameter -> parameter.isAnnotatedWith(Observes.class) || parameter.isAnnotatedWith(ObservesAsync.class));
        }
    }
}
