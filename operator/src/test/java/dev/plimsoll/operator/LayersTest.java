package dev.plimsoll.operator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may use whom. */
@AnalyzeClasses(packages = "dev.plimsoll", importOptions = DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule coreDependsOnTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("dev.plimsoll.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.plimsoll.core..")
          .because("its decisions are pure, and the agent and the lab carry it without Kubernetes");

  @ArchTest
  static final ArchRule crdsKnowCoreAndTheClientApiAlone =
      classes()
          .that()
          .resideInAPackage("dev.plimsoll.crds..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.plimsoll.core..",
              "dev.plimsoll.crds..",
              "io.fabric8..",
              "com.fasterxml.jackson..")
          .because("the CLI maps budgets without an operator");

  @ArchTest
  static final ArchRule nobodyUsesTheOperator =
      noClasses()
          .that()
          .resideInAnyPackage("dev.plimsoll.core..", "dev.plimsoll.crds..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.plimsoll.operator..");

  @ArchTest
  static final ArchRule diagnosticsReachNoApiServer =
      noClasses()
          .that()
          .resideInAnyPackage("dev.plimsoll.operator.diagnose..", "dev.plimsoll.crds..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.fabric8.kubernetes.client.KubernetesClient")
          .because("they are functions of what was observed");

  @ArchTest
  static final ArchRule thePresentTimeIsGiven =
      noClasses()
          .that()
          .resideInAnyPackage("dev.plimsoll.core..", "dev.plimsoll.operator..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("time is a Clock, so that every decision can be replayed");

  @ArchTest
  static final ArchRule packagesOfCoreAreFreeOfCycles =
      slices().matching("dev.plimsoll.core.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfTheOperatorAreFreeOfCycles =
      slices().matching("dev.plimsoll.operator.(*)..").should().beFreeOfCycles();
}
