package dev.plimsoll.operator.apply;

/** One environment variable of one container. */
record EnvKey(String container, String variable) {
  @Override
  public String toString() {
    return variable + " of container " + container;
  }
}
