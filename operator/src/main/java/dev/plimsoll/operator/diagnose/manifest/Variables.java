package dev.plimsoll.operator.diagnose.manifest;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The variables of a container. Of several entries of one name the last one counts. */
public final class Variables {
  private final Map<String, EnvVar> entries;

  private Variables(Map<String, EnvVar> entries) {
    this.entries = entries;
  }

  public static Variables of(Container container) {
    Map<String, EnvVar> entries = new LinkedHashMap<>();
    Optional.ofNullable(container.getEnv())
        .orElse(List.of())
        .forEach(entry -> entries.put(entry.getName(), entry));
    return new Variables(entries);
  }

  /** Those whose value the manifest itself gives, in its order. */
  public Stream<Variable> literal() {
    return entries.values().stream()
        .filter(entry -> entry.getValueFrom() == null)
        .map(
            entry ->
                new Variable(entry.getName(), Optional.ofNullable(entry.getValue()).orElse("")));
  }

  /** The value that the manifest itself gives. */
  public Optional<String> value(String name) {
    return literal()
        .filter(variable -> variable.name().equals(name))
        .map(Variable::value)
        .findFirst();
  }

  /** Whether it is set at all, wherever its value comes from. */
  public boolean isSet(String name) {
    return entries.containsKey(name);
  }
}
