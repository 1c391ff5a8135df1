package dev.plimsoll.cli.export;

import dev.plimsoll.cli.document.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A snippet of Helm values: the variables as a container's {@code env} list under the key where the
 * chart takes one.
 *
 * @param key the path of that key, such as {@code env} or {@code web.extraEnv}
 */
record HelmValues(String key) implements ExportFormat {

  @Override
  public String render(PlannedVariables planned) {
    return "# " + planned.summary() + "\n" + YamlText.of(values(planned));
  }

  private Object values(PlannedVariables planned) {
    Object inner = planned.asEnvList();
    for (String part : List.of(key.split("\\.")).reversed()) {
      Map<String, Object> outer = new LinkedHashMap<>();
      outer.put(part, inner);
      inner = outer;
    }
    return inner;
  }
}
