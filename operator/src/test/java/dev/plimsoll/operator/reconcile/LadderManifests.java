package dev.plimsoll.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Manifests of a workload that the ladder may hold back. Its plan is four workers. */
final class LadderManifests {
  private LadderManifests() {}

  static final Instant NOW = Stage.NOW;
  static final String DONE = "NewReplicaSetAvailable";
  static final String FAILED = "ProgressDeadlineExceeded";

  static String budget(String more) {
    return """
        apiVersion: plimsoll.dev/v1alpha1
        kind: MemoryBudget
        metadata: {name: web, namespace: shop, uid: uid-of-web, generation: 4}
        spec:
          targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          mode: Enforce
          agent: {injection: None}
          runtime: {type: gunicorn}
          knobs: [{name: workers, memory: 80Mi, max: 8}]
        """
        + more.indent(2);
  }

  static String deployment(int replicas, int workers, String progress, String annotations) {
    return """
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          uid: uid-of-deployment
          generation: 3
          annotations:
        %s
        spec:
          replicas: %d
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web%s}}
            spec:
              containers:
                - name: web
                  image: "web:1"
                  env: [{name: WEB_CONCURRENCY, value: "%d"}]
                  resources: {limits: {memory: 512Mi}}
        status:
          observedGeneration: 3
          replicas: %2$d
          updatedReplicas: %2$d
          availableReplicas: %2$d
          conditions: [{type: Progressing, reason: %s}]
        """
        .formatted(
            annotations.isEmpty() ? "    some: text" : annotations.indent(4).stripTrailing(),
            replicas,
            annotations.contains("applied") ? ", plimsoll.dev/budget: web" : "",
            workers,
            progress);
  }

  static String applied(int workers, long minutesAgo) {
    return applied(workers, "h", NOW.minusSeconds(60 * minutesAgo));
  }

  static String applied(int workers, String hash, Instant time) {
    return """
        plimsoll.dev/applied: '{"budget":"web","container":"web","hash":"%s","reason":"Plan","time":"%s","values":{"WEB_CONCURRENCY":"%d"}}'
        plimsoll.dev/originals: '{"web":{"WEB_CONCURRENCY":{"value":"6","manager":"kubectl","operation":"Update"}}}'
        """
        .formatted(hash, time, workers);
  }

  static String ladder(String state, String extent, long minutesAgo) {
    return """
        plimsoll.dev/ladder: '{"state":"%s","time":"%s","failures":0,%s,"why":"of a test","since":"2026-01-01T09:00:00Z","limit":536870912,"generation":4,"plan":{"workers":4}}'
        """
        .formatted(state, NOW.minusSeconds(60 * minutesAgo), extent);
  }

  /** A pod that was made so many minutes ago; killed so many seconds ago where that is not 0. */
  static String pod(String name, long minutesOld, long... killedSecondsAgo) {
    String killed =
        killedSecondsAgo.length == 0
            ? "{}"
            : "{terminated: {exitCode: 137, reason: OOMKilled, containerID: \"containerd://%s\", finishedAt: \"%s\"}}"
                .formatted(name, NOW.minusSeconds(killedSecondsAgo[0]));
    return """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: %1$s, namespace: shop, uid: uid-of-%1$s, creationTimestamp: "%2$s", labels: {pod-template-hash: new}}
        spec: {containers: [{name: web}]}
        status:
          phase: Running
          conditions: [{type: Ready, status: "True"}]
          containerStatuses:
            - name: web
              lastState: %3$s
        """
        .formatted(name, NOW.minusSeconds(60 * minutesOld), killed);
  }

  /** So many pods, each killed once just now. */
  static String killed(int pods, long minutesOld) {
    return IntStream.range(0, pods)
        .mapToObj(i -> pod("web-" + i, minutesOld, 5 + i))
        .collect(Collectors.joining());
  }

  static String calm(int pods) {
    return IntStream.range(0, pods).mapToObj(i -> pod("web-" + i, 1)).collect(Collectors.joining());
  }

  static Decision.Roll roll(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Roll.class);
    return (Decision.Roll) decision;
  }

  static Map<String, String> values(Decision.Roll roll) {
    return roll.settings().values();
  }

  static PodTemplateSpec template(int workers) {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .addToLabels("app", "web")
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("web")
        .withImage("web:1")
        .addNewEnv()
        .withName("WEB_CONCURRENCY")
        .withValue(Integer.toString(workers))
        .endEnv()
        .endContainer()
        .endSpec()
        .build();
  }
}
