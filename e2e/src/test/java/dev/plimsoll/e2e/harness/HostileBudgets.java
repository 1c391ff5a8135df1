package dev.plimsoll.e2e.harness;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Budgets that are wrong, hostile or merely odd, many of them, the same for the same seed. */
public final class HostileBudgets {
  /** What a user might put where something else belongs. */
  private static final List<Object> VALUES =
      List.of(
          "",
          " ",
          -1,
          0,
          Integer.MAX_VALUE,
          Long.MAX_VALUE,
          "9999999999999999999Gi",
          "-512Mi",
          "1e400",
          "NaN",
          "%",
          "101%",
          "0.0000001",
          true,
          List.of(),
          List.of(1, "two", List.of()),
          Map.of(),
          Map.of("a", Map.of("b", Map.of("c", "d"))),
          "x".repeat(70_000),
          "$(WEB_CONCURRENCY)",
          "{value}{value}{value}",
          "'; rm -rf / #",
          "../../etc/passwd",
          "\u0000\u202e\ud83d\ude00",
          "LD_PRELOAD",
          "PATH",
          "workers");

  /** What a user might do to a spec as a whole. */
  private static final List<BiConsumer<Map<String, Object>, Random>> ATTACKS =
      List.of(
          (spec, random) -> spec.put("knobs", Collections.nCopies(9, knob("workers"))),
          (spec, random) -> spec.put("knobs", List.of(knob("a"), knob("a"))),
          (spec, random) -> spec.put("knobs", List.of(child("a", "b"), child("b", "a"))),
          (spec, random) -> spec.put("knobs", List.of(child("a", "a"))),
          (spec, random) -> spec.put("knobs", manyDeep()),
          (spec, random) -> spec.put("knobs", List.of(variable("LD_PRELOAD"))),
          (spec, random) -> spec.put("knobs", List.of(variable("PYTHONPATH"))),
          (spec, random) -> spec.put("knobs", List.of(variable("A=B"))),
          (spec, random) -> spec.put("targetRef", target("Deployment", "not-there")),
          (spec, random) -> spec.put("targetRef", target("DaemonSet", "good")),
          (spec, random) -> spec.put("targetRef", target("Deployment", "../good")),
          (spec, random) -> spec.put("container", "no-such-container"),
          (spec, random) -> spec.put("guard", Map.of("softPercent", 95, "hardPercent", 60)),
          (spec, random) -> spec.put("memory", Map.of("reserve", "1%")),
          (spec, random) -> spec.put("memory", Map.of("base", "8Ei", "limit", "1Ki")),
          (spec, random) -> spec.put("runtime", Map.of("type", "gunicorn", "arguments", many())),
          (spec, random) -> spec.put("rollout", Map.of("windows", List.of("whenever"))),
          (spec, random) -> spec.put("rollout", Map.of("cooldown", "P1000Y")),
          (spec, random) -> spec.put("degrade", Map.of("env", Map.of("LD_PRELOAD", "evil.so"))),
          (spec, random) -> spec.keySet().removeIf(key -> random.nextBoolean()),
          (spec, random) -> spec.clear());

  private HostileBudgets() {}

  /**
   * Manifests in JSON, each with a name of its own.
   *
   * @param count how many
   * @param seed of the choices
   */
  public static List<String> of(int count, long seed) {
    Random random = new Random(seed);
    List<String> manifests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> spec = harmless();
      if (i % 3 == 0) {
        ATTACKS.get(i / 3 % ATTACKS.size()).accept(spec, random);
      } else {
        misplace(spec, random);
      }
      manifests.add(manifest("hostile-" + i, spec));
    }
    return manifests;
  }

  private static String manifest(String name, Map<String, Object> spec) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", "plimsoll.dev/v1alpha1");
    object.put("kind", "MemoryBudget");
    object.put("metadata", Map.of("name", name));
    object.put("spec", spec);
    return Serialization.asJson(object);
  }

  private static Map<String, Object> harmless() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("targetRef", target("Deployment", "prey"));
    spec.put("mode", "Enforce");
    spec.put("memory", new LinkedHashMap<>(Map.of("limit", "512Mi", "reserve", "20%")));
    spec.put("runtime", new LinkedHashMap<>(Map.of("type", "gunicorn")));
    spec.put("knobs", new ArrayList<>(List.of(knob("workers"))));
    spec.put("guard", new LinkedHashMap<>(Map.of("softPercent", 85)));
    spec.put("rollout", new LinkedHashMap<>(Map.of("cooldown", "15m")));
    return spec;
  }

  /** Puts a value where another belongs, somewhere in the tree. */
  private static void misplace(Map<String, Object> spec, Random random) {
    Object value = VALUES.get(random.nextInt(VALUES.size()));
    String key = pick(spec, random);
    Object old = spec.get(key);
    switch (old) {
      case Map<?, ?> map when random.nextInt(3) > 0 -> {
        Map<String, Object> changed = copy(map);
        changed.put(random.nextInt(4) == 0 ? "unknownField" : pick(changed, random), value);
        spec.put(key, changed);
      }
      case List<?> list when random.nextInt(3) > 0 -> {
        Map<String, Object> changed = copy((Map<?, ?>) list.getFirst());
        changed.put(random.nextInt(4) == 0 ? "unknownField" : pick(changed, random), value);
        spec.put(key, List.of(changed));
      }
      default -> spec.put(key, value);
    }
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put((String) key, value));
    return copy;
  }

  private static String pick(Map<String, Object> map, Random random) {
    List<String> keys = map.keySet().stream().sorted().toList();
    return keys.get(random.nextInt(keys.size()));
  }

  private static Map<String, Object> target(String kind, String name) {
    return Map.of("apiVersion", "apps/v1", "kind", kind, "name", name);
  }

  private static Map<String, Object> knob(String name) {
    return Map.of("name", name, "env", "WEB_CONCURRENCY", "memory", "95Mi", "min", 1, "max", 4);
  }

  private static Map<String, Object> variable(String variable) {
    return Map.of("name", "workers", "env", variable, "memory", "95Mi", "max", 4);
  }

  private static Map<String, Object> child(String name, String parent) {
    return Map.of("name", name, "env", name, "per", parent, "memory", "95Mi", "max", 4);
  }

  private static Map<String, String> many() {
    Map<String, String> many = new LinkedHashMap<>();
    Function<Integer, String> name = i -> "max-requests-" + i;
    for (int i = 0; i < 1000; i++) {
      many.put(name.apply(i), "1");
    }
    return many;
  }

  private static List<Map<String, Object>> manyDeep() {
    List<Map<String, Object>> knobs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      knobs.add(
          Map.of(
              "name", "k" + i, "env", "K" + i, "memory", "1", "min", 1, "max", Integer.MAX_VALUE));
    }
    return knobs;
  }
}
