package dev.plimsoll.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom the agent may use. */
@AnalyzeClasses(packages = "dev.plimsoll.agent", importOptions = DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule agentKnowsCoreAndTheJdkAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.plimsoll.core..", "dev.plimsoll.agent..")
          .because("every pod carries it, and every library costs each of them memory");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("dev.plimsoll.agent.(*)..").should().beFreeOfCycles();
}
