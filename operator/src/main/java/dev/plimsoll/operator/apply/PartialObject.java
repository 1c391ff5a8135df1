package dev.plimsoll.operator.apply;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.operator.observe.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a workload that is ours, as it is sent for server-side apply.
 *
 * @param annotations of the workload itself
 * @param podLabel the value of the pods' label
 * @param variables in the order that the workload has them in, for another order would replace pods
 * @param sidecar the agent's, whole
 */
record PartialObject(
    Workload workload,
    Map<String, String> annotations,
    Optional<String> podLabel,
    Map<EnvKey, String> variables,
    Optional<Sidecar> sidecar) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * As a tree of maps and lists; made from the resourceVersion that was read, so it may be stale.
   */
  Map<String, Object> toTree() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", workload.name());
    metadata.put("namespace", workload.namespace());
    metadata.put("resourceVersion", workload.resourceVersion());
    putUnlessEmpty(metadata, "annotations", annotations);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", "apps/v1");
    object.put("kind", workload.kind().text());
    object.put("metadata", metadata);
    putUnlessEmpty(object, "spec", spec());
    return object;
  }

  private Map<String, Object> spec() {
    Map<String, Object> template = new LinkedHashMap<>();
    podLabel.ifPresent(
        value -> template.put("metadata", Map.of("labels", Map.of(BudgetLabel.NAME, value))));
    putUnlessEmpty(template, "spec", pod());
    return template.isEmpty() ? Map.of() : Map.of("template", template);
  }

  private Map<String, Object> pod() {
    Map<String, Object> pod = new LinkedHashMap<>();
    sidecar.ifPresent(
        agent -> {
          // A user's own word stays the user's, so that giving ours back leaves it there.
          if (!Sidecar.isNamespaceSharedByUser(workload)) {
            pod.put("shareProcessNamespace", true);
          }
          pod.put("initContainers", List.of(tree(agent.container())));
          pod.put("volumes", agent.volumes().stream().map(PartialObject::tree).toList());
        });
    if (!variables.isEmpty()) {
      pod.put("containers", containers());
    }
    return pod;
  }

  private static Map<?, ?> tree(Object part) {
    return JSON.convertValue(part, Map.class);
  }

  private List<Map<String, Object>> containers() {
    Map<String, List<Map<String, String>>> byContainer = new LinkedHashMap<>();
    variables.forEach(
        (key, value) ->
            byContainer
                .computeIfAbsent(key.container(), _ -> new ArrayList<>())
                .add(variable(key.variable(), value)));
    List<Map<String, Object>> containers = new ArrayList<>();
    byContainer.forEach(
        (name, env) -> {
          Map<String, Object> container = new LinkedHashMap<>();
          container.put("name", name);
          container.put("env", env);
          containers.add(container);
        });
    return containers;
  }

  private static Map<String, String> variable(String name, String value) {
    Map<String, String> variable = new LinkedHashMap<>();
    variable.put("name", name);
    variable.put("value", value);
    return variable;
  }

  private static void putUnlessEmpty(Map<String, Object> object, String field, Map<?, ?> value) {
    if (!value.isEmpty()) {
      object.put(field, value);
    }
  }
}
