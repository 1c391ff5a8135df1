package dev.plimsoll.cli.export;

import dev.plimsoll.cli.document.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strategic-merge patch of the target: Kustomize replaces our variables in the container's list
 * and leaves the others.
 *
 * @param container the name of the container to patch
 */
record KustomizePatch(String container) implements ExportFormat {

  @Override
  public String render(PlannedVariables planned) {
    return "# "
        + planned.summary()
        + "\n# Name this file under patches in kustomization.yaml.\n"
        + YamlText.of(patch(planned));
  }

  private Map<String, Object> patch(PlannedVariables planned) {
    Map<String, Object> patched = new LinkedHashMap<>();
    patched.put("name", container);
    patched.put("env", planned.asEnvList());

    Map<String, Object> document = new LinkedHashMap<>();
    document.put("apiVersion", "apps/v1");
    document.put("kind", planned.budget().target().kind().text());
    document.put("metadata", Map.of("name", planned.budget().target().name()));
    document.put(
        "spec", Map.of("template", Map.of("spec", Map.of("containers", List.of(patched)))));
    return document;
  }
}
