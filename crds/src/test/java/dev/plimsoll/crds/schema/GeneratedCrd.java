package dev.plimsoll.crds.schema;

import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The CRD as it is generated from the Java types. */
final class GeneratedCrd {
  /** As {@code kubectl get mb} shows them; the generator sorts them by path. */
  private static final List<String> COLUMNS =
      List.of("Target", "Mode", "Plan", "Used", "Limit", "OOMKills", "Ready", "Age");

  private GeneratedCrd() {}

  /** Writes it to a folder and says where. */
  static Path writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    new CRDGenerator()
        .customResourceClasses(MemoryBudget.class)
        .forCRDVersions("v1")
        .withMinQuotes(true)
        .withParallelGenerationEnabled(false)
        .withPostProcessor(new ColumnsInOrder())
        .inOutputDir(folder.toFile())
        .generate();
    return folder.resolve("memorybudgets.plimsoll.dev-v1.yml");
  }

  private static final class ColumnsInOrder implements CRDPostProcessor {
    @Override
    public HasMetadata process(HasMetadata crd, String specVersion) {
      ((CustomResourceDefinition) crd).getSpec().getVersions().forEach(ColumnsInOrder::sort);
      return crd;
    }

    private static void sort(CustomResourceDefinitionVersion version) {
      version.setAdditionalPrinterColumns(
          version.getAdditionalPrinterColumns().stream()
              .sorted(
                  Comparator.comparingInt(
                      (CustomResourceColumnDefinition column) -> COLUMNS.indexOf(column.getName())))
              .toList());
    }
  }
}
