package io.packetboat.liberty;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The layout of the code base, on one screen. */
class ArchitectureTest {
    private static final String ARTEMIS = "org.apache.activemq.artemis..";

    static final ArchRule kernelImportsTheJdkAlone = classes()
            .that()
            .resideInAPackage("io.packetboat.kernel..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("io.packetboat.kernel..", "java..", "org.jspecify.."));

    static final ArchRule onlyBrokerTouchesArtemisAndMessagingItsTlsSpi = noClasses()
            .that()
            .resideOutsideOfPackages("io.packetboat.broker..", "io.packetboat.messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ARTEMIS);

    static final ArchRule messagingKnowsArtemisTransportAlone = noClasses()
            .that()
            .resideInAPackage("io.packetboat.messaging..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ARTEMIS)
                    .and(not(resideInAnyPackage(
                            "org.apache.activemq.artemis.spi.core.remoting..",
                            "org.apache.activemq.artemis.core.remoting.impl.ssl.."))));

    static final ArchRule onlyStoreTouchesSql = noClasses()
            .that()
            .resideOutsideOfPackage("io.packetboat.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..");

    static final ArchRule featuresKnowNoDoorAndNoWiring = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.packetboat.messaging..",
                    "io.packetboat.aws..",
                    "io.packetboat.admin..",
                    "io.packetboat.liberty..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.packetboat.messaging..",
                    "io.packetboat.aws..",
                    "io.packetboat.admin..",
                    "io.packetboat.liberty..");

    static final ArchRule nobodyButTheWiringKnowsTheStore = noClasses()
            .that()
            .resideOutsideOfPackages("io.packetboat.store..", "io.packetboat.liberty..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.packetboat.store..");

    static final ArchRule adminAndAwsCallFacadesOnly = noClasses()
            .that()
            .resideInAnyPackage("io.packetboat.admin..", "io.packetboat.aws..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.packetboat.broker..", "io.packetboat.store..")
            .allowEmptyShould(true);

    static final ArchRule messagingKnowsNoOtherDoor = noClasses()
            .that()
            .resideInAPackage("io.packetboat.messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.packetboat.aws..", "io.packetboat.admin..");

    static final ArchRule brokerKnowsNoFeature = classes()
            .that()
            .resideInAPackage("io.packetboat.broker..")
            .should()
            .onlyDependOnClassesThat(not(resideInAnyPackage("io.packetboat.."))
                    .or(resideInAnyPackage("io.packetboat.broker..", "io.packetboat.kernel..")));

    static final ArchRule timeComesFromAnInjectedClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now");

    static final ArchRule theSystemClockIsMadeInTheWiringAlone = noClasses()
            .that()
            .resideOutsideOfPackage("io.packetboat.liberty..")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    static final ArchRule facadesCanBeProxied = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(ApplicationScoped.class)
            .and()
            .arePublic()
            .should()
            .beFinal();

    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Service|Data|Info|Processor|Base)");

    /** Surefire silently runs none of the tests that ArchUnit's own engine offers. */
    @TestFactory
    Stream<DynamicTest> theLayoutHolds() {
        JavaClasses everything = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.packetboat");
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field ->
                        DynamicTest.dynamicTest(field.getName(), () -> ((ArchRule) field.get(null)).check(everything)));
    }
}
