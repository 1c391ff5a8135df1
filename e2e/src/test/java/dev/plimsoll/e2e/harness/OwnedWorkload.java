package dev.plimsoll.e2e.harness;

import static org.awaitility.Awaitility.await;

import dev.plimsoll.core.model.TargetRef;
import dev.plimsoll.operator.apply.AgentPlacement;
import dev.plimsoll.operator.apply.Applier;
import dev.plimsoll.operator.apply.ApplyResult;
import dev.plimsoll.operator.apply.DesiredSettings;
import dev.plimsoll.operator.apply.DesiredSettings.PodLabel;
import dev.plimsoll.operator.apply.Notes;
import dev.plimsoll.operator.apply.ReleaseResult;
import dev.plimsoll.operator.apply.Releaser;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workload that its user and the operator's apply package write to in turn, without the rest of
 * the operator.
 *
 * @param client what the apply package writes with
 */
public record OwnedWorkload(TestNamespace namespace, TargetRef target, KubernetesClient client) {
  public static final String BUDGET = "budget";
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  public static OwnedWorkload deployment(TestNamespace namespace, String name) {
    return new OwnedWorkload(
        namespace, new TargetRef(TargetRef.Kind.DEPLOYMENT, name), namespace.client());
  }

  public static OwnedWorkload statefulSet(TestNamespace namespace, String name) {
    return new OwnedWorkload(
        namespace, new TargetRef(TargetRef.Kind.STATEFUL_SET, name), namespace.client());
  }

  public OwnedWorkload through(KubernetesClient other) {
    return new OwnedWorkload(namespace, target, other);
  }

  /** The workload as the API server has it. */
  public Workload read() {
    HasMetadata resource =
        switch (target.kind()) {
          case DEPLOYMENT ->
              namespace
                  .client()
                  .apps()
                  .deployments()
                  .inNamespace(namespace.name())
                  .withName(target.name())
                  .require();
          case STATEFUL_SET ->
              namespace
                  .client()
                  .apps()
                  .statefulSets()
                  .inNamespace(namespace.name())
                  .withName(target.name())
                  .require();
        };
    return Workload.of(resource);
  }

  /** These values and no others, as variable, value, variable, value. */
  public ApplyResult set(String... variablesAndValues) {
    return set(settings(Map.of(), variablesAndValues));
  }

  public ApplyResult set(DesiredSettings settings) {
    return set(read(), settings);
  }

  public ApplyResult set(Workload asRead, DesiredSettings settings) {
    return new Applier(client).apply(asRead, settings);
  }

  public ReleaseResult release() {
    return release(BUDGET);
  }

  public ReleaseResult release(String budget) {
    return new Releaser(client).release(namespace.name(), target, budget);
  }

  /** Settings for the container web. */
  public static DesiredSettings settings(
      Map<String, Map<String, String>> flags, String... variablesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int at = 0; at < variablesAndValues.length; at += 2) {
      values.put(variablesAndValues[at], variablesAndValues[at + 1]);
    }
    return new DesiredSettings(
        BUDGET,
        "web",
        values,
        flags,
        PodLabel.WHILE_HELD,
        new AgentPlacement.Absent(),
        "Test",
        TIME,
        Notes.NONE);
  }

  /** The environment of the first container, in its order. */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    for (EnvVar env : read().containers().getFirst().getEnv()) {
      environment.put(env.getName(), env.getValue());
    }
    return environment;
  }

  /** How many ReplicaSets it has had, once its controller has seen its latest spec. */
  public long revisions() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> read().rollout().observedGeneration() == read().rollout().generation());
    return namespace.revisions(target.name());
  }

  /** What each manager owns as paths, by its name and operation; controllers left out. */
  public SortedMap<String, List<String>> owners() {
    SortedMap<String, List<String>> owners = new TreeMap<>();
    for (ManagedFieldsEntry entry : read().managedFields()) {
      if (entry.getSubresource() == null && !entry.getManager().contains("controller")) {
        owners.put(entry.getManager() + "/" + entry.getOperation(), OwnedFields.of(entry));
      }
    }
    return owners;
  }
}
