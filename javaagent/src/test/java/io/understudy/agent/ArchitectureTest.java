package io.understudy.agent;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The one-way dependencies of {@code docs/architecture.md}. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.understudy");

  private static final Set<String> JAVA_BASE =
      ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

  @Test
  void engineDependsOnJavaBaseOnly() {
    classes()
        .that()
        .resideInAPackage("io.understudy.engine..")
        .should()
        .onlyDependOnClassesThat(
            describe("are of the engine or java.base", ArchitectureTest::isOfEngineOrJavaBase))
        .check(CLASSES);
  }

  @Test
  void weaverKnowsTheEngineOnly() {
    noClasses()
        .that()
        .resideInAPackage("io.understudy.weaver..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.understudy.link..", "io.understudy.agent..", "io.understudy.netctl..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void linkMeetsTheEngineInRecordsAndOutputs() {
    noClasses()
        .that()
        .resideInAPackage("io.understudy.link..")
        .should()
        .dependOnClassesThat(
            describe(
                "are of another module, but for engine.log and engine.boundary",
                ArchitectureTest::isForeignToLink))
        .check(CLASSES);
  }

  @Test
  void netctlSharesTheControlMessagesOnly() {
    noClasses()
        .that()
        .resideInAPackage("io.understudy.netctl..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.understudy.engine..",
            "io.understudy.weaver..",
            "io.understudy.agent..",
            "io.understudy.link.journal..",
            "io.understudy.link.wire..",
            "io.understudy.link.commit..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void nobodyKnowsNetctl() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.understudy.netctl..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.understudy.netctl..")
        .check(CLASSES);
  }

  @Test
  void theStubStandsAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.understudy.agent.boot..")
        .should()
        .dependOnClassesThat(
            describe(
                "are of the agent tier or a library",
                type ->
                    !type.getPackageName().startsWith("io.understudy.agent.boot")
                        && !type.getPackageName().startsWith("java.")
                        && !type.isPrimitive()
                        && !type.isArray()))
        .check(CLASSES);
  }

  private static boolean isOfEngineOrJavaBase(JavaClass type) {
    JavaClass element = type.getBaseComponentType();
    return element.isPrimitive()
        || element.getPackageName().startsWith("io.understudy.engine")
        || JAVA_BASE.contains(element.getPackageName());
  }

  private static boolean isForeignToLink(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.startsWith("io.understudy.")
        && !name.startsWith("io.understudy.link")
        && !name.startsWith("io.understudy.engine.log")
        && !name.startsWith("io.understudy.engine.boundary");
  }
}
