package dev.plimsoll.operator.apply;

import dev.plimsoll.operator.observe.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that our annotations on a workload say. An annotation that cannot be read counts as
 * missing.
 *
 * @param applied what we have set, while we have set anything
 * @param previous what we had set before our last change
 * @param originals what each variable was before; with those that are just being given back
 */
public record Bookkeeping(
    Optional<AppliedSettings> applied,
    Optional<AppliedSettings> previous,
    Map<EnvKey, Original> originals,
    Notes notes) {
  public Bookkeeping {
    originals = Map.copyOf(originals);
  }

  public static Bookkeeping of(Workload workload) {
    return AnnotationReader.of(workload.annotations()).read();
  }

  /** The variables that we have set, with the values we gave them. */
  Map<EnvKey, String> held() {
    Map<EnvKey, String> held = new LinkedHashMap<>();
    applied.ifPresent(
        settings ->
            settings
                .values()
                .forEach(
                    (variable, value) ->
                        held.put(new EnvKey(settings.container(), variable), value)));
    return held;
  }

  /** Whether we have set this variable, and to this value. */
  boolean holds(EnvKey key, String value) {
    return value.equals(held().get(key));
  }

  /** What a variable was before we set it. */
  Original original(EnvKey key) {
    return originals.getOrDefault(key, Original.ABSENT);
  }

  /**
   * What is to be remembered after a change.
   *
   * @param held the variables that are ours then, with their values
   * @param current what they and those being given back were before; an original beyond these is of
   *     no use any more, but is no reason to write
   * @param podLabel the value of the pods' label then
   * @param sidecar the agent's then
   */
  Bookkeeping followedBy(
      DesiredSettings settings,
      Map<String, String> held,
      Map<EnvKey, Original> current,
      Optional<String> podLabel,
      Optional<Sidecar> sidecar) {
    AppliedSettings next = settings.applied(held, sidecar);
    boolean isSame = applied.filter(next::saysTheSameAs).isPresent();
    boolean isNothing =
        held.isEmpty()
            && podLabel.isEmpty()
            && sidecar.isEmpty()
            && settings.notes().equals(Notes.NONE);
    return new Bookkeeping(
        isNothing ? Optional.empty() : isSame ? applied : Optional.of(next),
        isNothing ? Optional.empty() : isSame ? previous : applied,
        isSame && originals.entrySet().containsAll(current.entrySet()) ? originals : current,
        settings.notes());
  }
}
