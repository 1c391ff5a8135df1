package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Takes our sidecar out whole, whoever else has written to it: half a sidecar is an init container
 * that never ends, and keeps its pod from starting.
 */
record SidecarRemoval(Workload workload) {
  JsonPatch addTo(JsonPatch patch) {
    if (!Sidecar.isOurs(workload)) {
      return patch;
    }
    PodSpec pod = workload.template().getSpec();
    JsonPatch result =
        removing(
            "initContainers",
            pod.getInitContainers().stream().map(container -> container.getName()).toList(),
            Sidecar.NAME::equals,
            patch);
    result =
        removing(
            "volumes",
            pod.getVolumes().stream().map(volume -> volume.getName()).toList(),
            Sidecar.VOLUMES::contains,
            result);
    boolean isOursToShare =
        pod.getShareProcessNamespace() != null
            && !Sidecar.isNamespaceOfOthersToo(ManagedFields.of(workload));
    return isOursToShare
        ? result.remove(List.of("spec", "template", "spec", "shareProcessNamespace"))
        : result;
  }

  /** From the back, so that a removal moves nothing that is still to come. */
  private static JsonPatch removing(
      String list, List<String> names, Predicate<String> which, JsonPatch patch) {
    JsonPatch result = patch;
    for (int at :
        IntStream.range(0, names.size())
            .filter(index -> which.test(names.get(index)))
            .boxed()
            .toList()
            .reversed()) {
      result = result.remove(List.of("spec", "template", "spec", list, at));
    }
    return result;
  }
}
