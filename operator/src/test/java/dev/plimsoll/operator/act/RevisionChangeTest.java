package dev.plimsoll.operator.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.decide.RevisionEvidence.Change;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionChangeTest {
  private static final PodTemplateSpec BEFORE = template("", "V: one");
  private static final String SIDECAR =
      """
        shareProcessNamespace: true
        initContainers: [{name: plimsoll-agent, image: agent}]
        volumes: [{name: plimsoll-policy}, {name: plimsoll-no-token}]
      """;

  private static PodTemplateSpec template(String pod, String variable) {
    String[] words = variable.split(": ");
    return new KubernetesSerialization()
        .unmarshal(
            """
            metadata: {labels: {app: web}}
            spec:
              containers: [{name: web, image: "web:1", env: [{name: %s, value: %s}]}]
            """
                    .formatted(words[0], words[1])
                + pod,
            PodTemplateSpec.class);
  }

  private static Change between(PodTemplateSpec before, PodTemplateSpec newest) {
    return RevisionChange.between(before, newest, "web", Set.of("V"));
  }

  @Test
  void theSidecarWithAllThatCameWithItIsOurs() {
    assertThat(between(BEFORE, template(SIDECAR, "V: two"))).isEqualTo(Change.OURS_ALONE);
    assertThat(between(template(SIDECAR, "V: two"), BEFORE)).isEqualTo(Change.OURS_ALONE);
    assertThat(
            between(
                template(SIDECAR, "V: one"),
                template(SIDECAR.replace("agent}", "next}"), "V: one")))
        .isEqualTo(Change.OURS_ALONE);
  }

  @Test
  void whatElseThePodGotIsTheUsers() {
    assertThat(between(BEFORE, template("  shareProcessNamespace: true\n", "V: one")))
        .isEqualTo(Change.USERS_TOO);
    assertThat(
            between(
                BEFORE,
                template(
                    SIDECAR.replace(
                        "[{name: plimsoll-policy}", "[{name: x}, {name: plimsoll-policy}"),
                    "V: one")))
        .isEqualTo(Change.USERS_TOO);
    assertThat(between(BEFORE, template(SIDECAR, "W: one"))).isEqualTo(Change.USERS_TOO);
  }
}
