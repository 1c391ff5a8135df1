package dev.plimsoll.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.e2e.harness.App;
import dev.plimsoll.e2e.harness.Cluster;
import dev.plimsoll.e2e.harness.CrashingClient;
import dev.plimsoll.e2e.harness.OnCluster;
import dev.plimsoll.e2e.harness.OwnedWorkload;
import dev.plimsoll.e2e.harness.TestNamespace;
import dev.plimsoll.operator.apply.ApplyResult;
import dev.plimsoll.operator.apply.DesiredSettings;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The user and we write in a random order, and we are killed now and then. Whenever we have
 * applied, our values are in force; whenever we have let go, the workload is what the user has made
 * of it.
 */
@OnCluster
class ApplyWalkIT {
  private static final List<String> VARIABLES = List.of("WEB_CONCURRENCY", "DB_POOL_MAX", "JOBS");
  private static final int MOVES = 14;

  /** How the user deploys. */
  enum Tool {
    CLIENT_SIDE("apply"),
    SERVER_SIDE("apply", "--server-side", "--field-manager=platform-team");

    private final List<String> command;

    Tool(String... command) {
      this.command = List.of(command);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CLIENT_SIDE,1",
    "CLIENT_SIDE,2",
    "CLIENT_SIDE,3",
    "SERVER_SIDE,1",
    "SERVER_SIDE,2",
    "SERVER_SIDE,6"
  })
  void walk(Tool tool, int seed, Cluster cluster, TestNamespace namespace) {
    String name = "walk-" + tool.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + seed;
    User user = new User(tool, namespace, name, new Random(seed));
    user.deploy();
    OwnedWorkload web = OwnedWorkload.deployment(namespace, name);
    Random random = new Random(seed);

    for (int move = 0; move < MOVES; move++) {
      switch (random.nextInt(7)) {
        case 0, 1 -> user.deploy();
        case 2 -> user.edit();
        case 3 -> kill(random.nextInt(3), cluster, web, settings(random));
        case 4 -> releaseAndCheck(web, user);
        default -> applyAndCheck(web, settings(random));
      }
    }
    releaseAndCheck(web, user);
    user.deploy();
    assertThat(new TreeMap<>(web.environment())).isEqualTo(user.environment);
  }

  private static void applyAndCheck(OwnedWorkload web, DesiredSettings settings) {
    assertThat(web.set(settings))
        .isInstanceOfAny(ApplyResult.Applied.class, ApplyResult.Unchanged.class);
    assertThat(web.environment()).containsAllEntriesOf(settings.values());
    assertThat(web.set(settings)).isEqualTo(new ApplyResult.Unchanged());
  }

  private static void releaseAndCheck(OwnedWorkload web, User user) {
    web.release();
    assertThat(new TreeMap<>(web.environment())).isEqualTo(user.environment);
    assertThat(web.owners().keySet()).noneMatch(owner -> owner.contains("plimsoll"));
    assertThat(web.read().annotations().keySet()).noneMatch(key -> key.contains("plimsoll"));
  }

  private static void kill(
      int writes, Cluster cluster, OwnedWorkload web, DesiredSettings settings) {
    try (KubernetesClient crashing = CrashingClient.after(writes, cluster)) {
      web.through(crashing).set(settings);
    } catch (RuntimeException e) {
      assertThat(e).hasStackTraceContaining(CrashingClient.MESSAGE);
    }
  }

  /** Ours are below ten, the user's above. */
  private static DesiredSettings settings(Random random) {
    List<String> words = new ArrayList<>();
    for (String variable : VARIABLES) {
      if (random.nextInt(3) > 0) {
        words.add(variable);
        words.add(Integer.toString(1 + random.nextInt(3)));
      }
    }
    return OwnedWorkload.settings(Map.of(), words.toArray(String[]::new));
  }

  /** Someone who knows nothing of us, and what they expect their workload to have. */
  private static final class User {
    private final Tool tool;
    private final TestNamespace namespace;
    private final String name;
    private final Random random;
    private final TreeMap<String, String> environment = new TreeMap<>();
    private final TreeMap<String, String> manifest = new TreeMap<>();

    private User(Tool tool, TestNamespace namespace, String name, Random random) {
      this.tool = tool;
      this.namespace = namespace;
      this.name = name;
      this.random = random;
    }

    private void deploy() {
      manifest.keySet().forEach(environment::remove);
      manifest.clear();
      manifest.put("RELEASE", Integer.toString(random.nextInt(100)));
      for (String variable : VARIABLES) {
        if (random.nextBoolean()) {
          manifest.put(variable, Integer.toString(10 + random.nextInt(3)));
        }
      }
      environment.putAll(manifest);
      App app = App.named(name).withReplicas(0);
      for (Map.Entry<String, String> entry : manifest.entrySet()) {
        app = app.withEnv(entry.getKey(), entry.getValue());
      }
      List<String> words = new ArrayList<>(tool.command);
      words.addAll(List.of("-f", "-"));
      if (tool == Tool.SERVER_SIDE) {
        words.add("--force-conflicts");
      }
      namespace.kubectl(words.toArray(String[]::new)).reading(app.deployment()).output();
    }

    /**
     * kubectl set env, on a variable of the manifest or another. After one of those, a server-side
     * apply that no longer names the variable would leave it empty, whether we are there or not.
     */
    private void edit() {
      if (tool == Tool.SERVER_SIDE) {
        deploy();
        return;
      }
      String variable = VARIABLES.get(random.nextInt(VARIABLES.size()));
      String value = Integer.toString(20 + random.nextInt(3));
      environment.put(variable, value);
      namespace.kubectl("set", "env", "deployment/" + name, variable + "=" + value).output();
    }
  }
}
