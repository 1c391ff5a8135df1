package dev.plimsoll.operator.diagnose;

import dev.plimsoll.operator.diagnose.manifest.Variable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A variable makes a rate limiter count in the process. */
final class InMemoryRateLimit implements Diagnostic {
  private static final Pattern IN_MEMORY =
      Pattern.compile("(async\\+)?(in-?)?mem(ory)?(://.*)?|(.*\\.)?locmem(cache)?");
  private static final Set<String> LIMITER =
      Set.of("RATELIMIT", "RATELIMITER", "LIMITER", "THROTTLE", "THROTTLING");
  private static final Set<String> STORE =
      Set.of("STORAGE", "STORE", "BACKEND", "CACHE", "URI", "URL");
  private static final Reference REFERENCE =
      Reference.warning(
          InMemoryRateLimit.class,
          "a variable that names memory as the store of a rate limiter, such as RATELIMIT_STORAGE_URI=memory://",
          "keep the counts in Redis or another store that all workers share");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    return surroundings.findings(
        REFERENCE,
        InMemoryRateLimit::namesIt,
        "%s: %s counts requests in each process, so the limit is multiplied by workers and replicas and starts anew with every recycled worker. Keep the counts in a store that all share, such as Redis.");
  }

  private static boolean namesIt(Variable variable) {
    return limitsARate(variable)
        && variable.hasWord(STORE)
        && IN_MEMORY.matcher(variable.plainValue()).matches();
  }

  private static boolean limitsARate(Variable variable) {
    boolean rateAndLimit =
        variable.words().contains("RATE")
            && variable.hasWord(Set.of("LIMIT", "LIMITS", "LIMITER", "LIMITING"));
    return rateAndLimit || variable.hasWord(LIMITER);
  }
}
