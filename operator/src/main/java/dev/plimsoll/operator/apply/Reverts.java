package dev.plimsoll.operator.apply;

import dev.plimsoll.core.runtime.ArgumentHome;
import dev.plimsoll.core.runtime.ArgumentWords;
import dev.plimsoll.core.runtime.MalformedLineException;
import dev.plimsoll.core.runtime.RuntimeProfiles;
import dev.plimsoll.operator.observe.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of our values someone has set back. We write values and their record in one request, so a
 * difference between them is always another's doing.
 *
 * @param variables those that we would set again
 */
public record Reverts(List<String> variables) {
  public Reverts {
    variables = List.copyOf(variables);
  }

  /** Compares a workload with what we recorded on it. */
  public static Reverts of(Workload workload, Claims claims) {
    EnvClassifier classifier = EnvClassifier.of(workload);
    return classifier
        .bookkeeping()
        .applied()
        .filter(applied -> isOf(applied, claims, workload))
        .map(
            applied ->
                new Reverts(
                    applied.values().keySet().stream()
                        .filter(variable -> isSetAgain(variable, claims))
                        .filter(variable -> isReverted(variable, applied, classifier))
                        .toList()))
        .orElseGet(() -> new Reverts(List.of()));
  }

  /** A deploy that renames the container has done away with our values too. */
  private static boolean isOf(AppliedSettings applied, Claims claims, Workload workload) {
    return applied.container().equals(claims.container())
        || workload.container(applied.container()).isEmpty();
  }

  private static boolean isSetAgain(String variable, Claims claims) {
    return claims.taken(variable).isPresent() || variable.equals(Sidecar.MARK);
  }

  public boolean isEmpty() {
    return variables.isEmpty();
  }

  private static boolean isReverted(
      String variable, AppliedSettings applied, EnvClassifier classifier) {
    Optional<String> now = classifier.classify(new EnvKey(applied.container(), variable)).literal();
    return !now.equals(Optional.of(applied.values().get(variable)))
        && now.filter(line -> hasOurFlags(variable, line, applied)).isEmpty();
  }

  /** A user may write on an arguments line of ours; only our own flags have to stay. */
  private static boolean hasOurFlags(String variable, String line, AppliedSettings applied) {
    Map<String, String> flags = applied.flags().getOrDefault(variable, Map.of());
    Optional<ArgumentHome.OneLine> home = RuntimeProfiles.lineIn(variable);
    if (flags.isEmpty() || home.isEmpty()) {
      return false;
    }
    try {
      return new ArgumentWords(home.get(), flags).mergedInto(line).equals(line);
    } catch (MalformedLineException e) {
      return false;
    }
  }
}
