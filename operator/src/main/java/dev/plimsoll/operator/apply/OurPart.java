package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What of a workload is ours now, to tell whether applying would change anything. */
record OurPart(Workload workload, FieldSet fields) {

  static OurPart of(Workload workload) {
    return new OurPart(workload, ManagedFields.of(workload).ours());
  }

  boolean differsFrom(PartialObject wanted) {
    return !variablesAre(wanted.variables())
        || !sidecarIs(wanted)
        || !labelIs(wanted.podLabel())
        || !annotationsAre(wanted.annotations());
  }

  private boolean variablesAre(Map<EnvKey, String> wanted) {
    Set<EnvKey> onRecord = new HashSet<>(ContainerPaths.variablesIn(fields));
    return onRecord.equals(wanted.keySet())
        && wanted.entrySet().stream()
            .allMatch(entry -> literal(entry.getKey()).equals(Optional.of(entry.getValue())));
  }

  private Optional<String> literal(EnvKey key) {
    return workload.container(key.container()).map(Container::getEnv).stream()
        .flatMap(Collection::stream)
        .filter(env -> env.getName().equals(key.variable()) && env.getValueFrom() == null)
        .map(OurPart::value)
        .findFirst();
  }

  private static String value(EnvVar env) {
    return env.getValue() == null ? "" : env.getValue();
  }

  private boolean sidecarIs(PartialObject wanted) {
    return wanted.sidecar().isPresent()
        ? Sidecar.isOnRecord(fields) && wanted.sidecar().equals(Sidecar.on(workload))
        : !Sidecar.isOnRecord(fields);
  }

  private boolean labelIs(Optional<String> wanted) {
    boolean isOnRecord = fields.contains(FieldPath.podLabel(BudgetLabel.NAME));
    return wanted.isPresent() ? wanted.equals(BudgetLabel.on(workload)) : !isOnRecord;
  }

  private boolean annotationsAre(Map<String, String> wanted) {
    return Annotations.ALL.stream().allMatch(name -> annotationIs(name, wanted));
  }

  /** The text is ours to the byte, so that a difference is a difference. */
  private boolean annotationIs(String name, Map<String, String> wanted) {
    boolean isOnRecord = fields.contains(FieldPath.annotation(name));
    return wanted.containsKey(name)
        ? wanted.get(name).equals(workload.annotations().get(name))
        : !isOnRecord;
  }
}
