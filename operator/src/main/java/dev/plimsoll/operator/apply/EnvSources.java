package dev.plimsoll.operator.apply;

import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVarSource;

/** Names the places that an environment takes values from, as a user knows them. */
final class EnvSources {
  private EnvSources() {}

  static String describe(EnvVarSource source) {
    if (source.getConfigMapKeyRef() != null) {
      return "key %s of ConfigMap %s"
          .formatted(source.getConfigMapKeyRef().getKey(), source.getConfigMapKeyRef().getName());
    }
    if (source.getSecretKeyRef() != null) {
      return "key %s of Secret %s"
          .formatted(source.getSecretKeyRef().getKey(), source.getSecretKeyRef().getName());
    }
    if (source.getFieldRef() != null) {
      return "the pod's " + source.getFieldRef().getFieldPath();
    }
    if (source.getResourceFieldRef() != null) {
      return "the container's " + source.getResourceFieldRef().getResource();
    }
    return "another source";
  }

  static String describe(EnvFromSource source) {
    if (source.getConfigMapRef() != null) {
      return "ConfigMap " + source.getConfigMapRef().getName();
    }
    if (source.getSecretRef() != null) {
      return "Secret " + source.getSecretRef().getName();
    }
    return "another source";
  }
}
