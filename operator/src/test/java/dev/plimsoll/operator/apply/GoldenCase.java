package dev.plimsoll.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.core.model.Budget;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.Plan;
import dev.plimsoll.core.model.PlanLine;
import dev.plimsoll.core.spec.BudgetRules;
import dev.plimsoll.core.spec.Resolution;
import dev.plimsoll.crds.v1alpha1.BudgetMapping;
import dev.plimsoll.crds.v1alpha1.MemoryBudget;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with what is given, {@code in-*.yaml}, and what is expected, {@code out-*.yaml}. What
 * came out instead is left in target/golden, to be looked at and, if it is right, copied.
 */
record GoldenCase(Path folder) {
  private static final Path ALL = Path.of("src/test/resources/apply");
  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  static Stream<GoldenCase> in(String topic) {
    try (Stream<Path> folders = Files.list(ALL.resolve(topic))) {
      return folders.sorted().map(GoldenCase::new).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  Budget budget() {
    return budget(read("in-budget.yaml"));
  }

  /** The budget of a manifest; it is a valid one. */
  static Budget budget(String manifest) {
    MemoryBudget resource = YAML.unmarshal(manifest, MemoryBudget.class);
    return switch (BudgetRules.resolve(BudgetMapping.draftOf(resource))) {
      case Resolution.Accepted accepted -> accepted.budget();
      case Resolution.Refused refused ->
          throw new IllegalArgumentException(refused.violations().toString());
    };
  }

  Workload workload() {
    String text = read("in-workload.yaml");
    Class<? extends HasMetadata> kind =
        text.contains("kind: StatefulSet") ? StatefulSet.class : Deployment.class;
    return Workload.of(YAML.unmarshal(text, kind));
  }

  /** The workload's pods, where there are any. */
  List<Pod> pods() {
    return Files.exists(folder.resolve("in-pods.yaml"))
        ? YAML.unmarshal(read("in-pods.yaml"), PodList.class).getItems()
        : List.of();
  }

  /** The plan's values; what it costs does not matter here. */
  Plan plan() {
    Map<?, ?> values = YAML.unmarshal(read("in-plan.yaml"), Map.class);
    List<PlanLine> lines =
        budget().knobs().stream()
            .map(
                knob -> {
                  int value = (Integer) values.get(knob.name());
                  return new PlanLine(
                      knob.name(), value, value, knob.unitCost(), PlanLine.Bound.MAX);
                })
            .toList();
    return new Plan(lines, Bytes.ZERO, Bytes.ZERO, Bytes.ZERO, Bytes.ZERO);
  }

  void assertOutput(String file, Object actual) {
    String yaml = YAML.asYaml(actual);
    Path came = Path.of("target/golden").resolve(ALL.relativize(folder)).resolve(file);
    try {
      Files.createDirectories(came.getParent());
      Files.writeString(came, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(YAML.unmarshal(yaml, Object.class))
        .as("what came out is in %s", came)
        .isEqualTo(YAML.unmarshal(read(file), Object.class));
  }

  /** A request as its method and its body. */
  static Map<String, Object> tree(Step step) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (step) {
      case Step.Done _ -> tree.put("request", "none");
      case Step.Apply apply -> {
        tree.put("request", "server-side apply");
        tree.put("body", apply.object().toTree());
      }
      case Step.Edit edit -> {
        tree.put("request", "JSON Patch");
        tree.put("body", readJson(edit.patch().toJson()));
      }
    }
    return tree;
  }

  private static Object readJson(String json) {
    try {
      return new ObjectMapper().readValue(json, Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
