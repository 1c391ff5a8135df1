package dev.plimsoll.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;

class FieldSetTest {
  private static final EnvKey V = new EnvKey("web", "V");
  private static final EnvKey W = new EnvKey("web", "W");

  private static final String BOTH =
      """
      {"f:spec":{"f:template":{"f:spec":{"f:containers":{"k:{\\"name\\":\\"web\\"}":{
        ".":{},"f:name":{},
        "f:env":{
          "k:{\\"name\\":\\"V\\"}":{".":{},"f:name":{},"f:value":{}},
          "k:{\\"name\\":\\"W\\"}":{".":{},"f:name":{}}}}}}}}}
      """;

  @Test
  void finds() {
    FieldSet fields = fields(BOTH);

    assertThat(fields.contains(FieldPath.value(V))).isTrue();
    assertThat(fields.contains(FieldPath.variable(W))).isTrue();
    assertThat(fields.contains(FieldPath.value(W))).isFalse();
    assertThat(fields.contains(FieldPath.value(new EnvKey("log", "V")))).isFalse();
    assertThat(ContainerPaths.variablesIn(fields)).containsExactly(V, W);
  }

  @Test
  void removesWhatOnlyLedToWhatIsRemoved() {
    FieldSet fields = fields(BOTH).without(FieldPath.variable(V));

    assertThat(fields.contains(FieldPath.variable(V))).isFalse();
    assertThat(fields.contains(FieldPath.variable(W))).isTrue();
    assertThat(
            fields
                .without(FieldPath.variable(W))
                .without(FieldPath.containerItself("web").getFirst())
                .without(FieldPath.containerItself("web").getLast()))
        .isEqualTo(FieldSet.NONE);
  }

  @Test
  void removingWhatIsNotThereChangesNothing() {
    FieldSet fields = fields(BOTH);

    assertThat(fields.without(FieldPath.value(W))).isEqualTo(fields);
    assertThat(fields.without(FieldPath.annotation("a"))).isEqualTo(fields);
    FieldSet leaf = fields("{\"f:metadata\":{}}");
    assertThat(leaf.without(FieldPath.annotation("a"))).isEqualTo(leaf);
  }

  @Test
  void addingKeepsWhatWasOwnedWhole() {
    FieldSet fields =
        fields("{\"f:spec\":{\"f:template\":{}}}").with(FieldPath.podLabel("plimsoll.dev/budget"));

    assertThat(fields)
        .isEqualTo(
            fields(
                """
                {"f:spec":{"f:template":{".":{},
                  "f:metadata":{"f:labels":{"f:plimsoll.dev/budget":{}}}}}}
                """));
    assertThat(fields.with(FieldPath.podLabel("plimsoll.dev/budget"))).isEqualTo(fields);
  }

  @Test
  void anAddedFieldIsRemovedWithoutATrace() {
    FieldSet fields = fields(BOTH);

    assertThat(fields.with(FieldPath.value(W)).without(FieldPath.value(W))).isEqualTo(fields);
  }

  @Test
  void isWrittenAsItWasRead() {
    FieldSet fields = fields(BOTH);
    FieldsV1 written = new FieldsV1();
    fields.toTree().forEach(written::setAdditionalProperty);

    assertThat(FieldSet.of(written)).isEqualTo(fields);
    assertThat(FieldSet.of(null)).isEqualTo(FieldSet.NONE);
  }

  private static FieldSet fields(String json) {
    return FieldSet.of(new KubernetesSerialization().unmarshal(json, FieldsV1.class));
  }
}
