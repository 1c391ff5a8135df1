package dev.plimsoll.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Budget;
import dev.plimsoll.operator.observe.Workload;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RevertsTest {
  private static final String OURS =
      """
      - {name: WEB_CONCURRENCY, value: "2"}
      - {name: GUNICORN_CMD_ARGS, value: "--timeout 60 --max-requests 500"}
      """;

  @Test
  void whatIsAsWeSetItIsNotReverted() {
    assertThat(reverted("web", OURS)).isEmpty();
  }

  @Test
  void anotherValueIsReverted() {
    assertThat(reverted("web", OURS.replace("\"2\"", "\"6\""))).containsExactly("WEB_CONCURRENCY");
  }

  @Test
  void aMissingValueIsReverted() {
    assertThat(reverted("web", "[]")).containsExactly("WEB_CONCURRENCY", "GUNICORN_CMD_ARGS");
  }

  @Test
  void wordsOfTheUsersOwnBesideOursAreNoRevert() {
    assertThat(reverted("web", OURS.replace("--timeout 60", "--preload"))).isEmpty();
    assertThat(reverted("web", OURS.replace("500", "900"))).containsExactly("GUNICORN_CMD_ARGS");
    assertThat(reverted("web", OURS.replace("--timeout 60", "--name 'x")))
        .as("a line that cannot be read is left to its user")
        .isEmpty();
  }

  @Test
  void aRenamedContainerHasLostEverything() {
    assertThat(reverted("app", "[]")).containsExactly("WEB_CONCURRENCY", "GUNICORN_CMD_ARGS");
  }

  @Test
  void theSidecarIsPutBackAsValuesAre() {
    String values = "\"values\":{\"WEB_CONCURRENCY\":\"2\",";
    String manifest =
        manifest("web", OURS).replace(values, values + "\"PLIMSOLL_CONTAINER\":\"web\",");

    assertThat(reverted("web", workload(manifest))).containsExactly("PLIMSOLL_CONTAINER");
  }

  private static List<String> reverted(String container, String env) {
    return reverted(container, workload(manifest(container, env)));
  }

  private static List<String> reverted(String container, Workload workload) {
    Claims claims = Claims.of(budget(), workload, container, OptionalInt.empty());
    return Reverts.of(workload, claims).variables();
  }

  private static Budget budget() {
    return GoldenCase.budget(
        """
        apiVersion: plimsoll.dev/v1alpha1
        kind: MemoryBudget
        metadata: {name: web}
        spec:
          targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          runtime: {type: gunicorn, arguments: {max-requests: "500"}}
          knobs: [{name: workers, memory: 100Mi, max: 4}]
        """);
  }

  private static Workload workload(String manifest) {
    return Workload.of(new KubernetesSerialization().unmarshal(manifest, Deployment.class));
  }

  private static String manifest(String container, String env) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          annotations:
            plimsoll.dev/applied: >-
              {"budget":"web","container":"web","hash":"0","reason":"Plan",
              "time":"2026-01-01T00:00:00Z","values":{"WEB_CONCURRENCY":"2",
              "GUNICORN_CMD_ARGS":"--timeout 60 --max-requests 500"},
              "flags":{"GUNICORN_CMD_ARGS":{"max-requests":"500"}}}
        spec:
          template:
            spec:
              containers:
              - name: %s
                env:
        %s
        """
        .formatted(container, env.indent(10).stripTrailing());
  }
}
