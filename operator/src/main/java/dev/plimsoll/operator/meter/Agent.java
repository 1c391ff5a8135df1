package dev.plimsoll.operator.meter;

import java.net.URI;

/**
 * Where the agent of one pod answers.
 *
 * @param podUid the pod's
 * @param name the pod's
 * @param address the pod's IP
 */
public record Agent(String podUid, String name, String address, int port, Life life) {

  /** Whether it is to answer. */
  public enum Life {
    /** It is. */
    RUNNING,
    /** Its pod is going: it answers for as long as it is there. */
    ENDING
  }

  URI endpoint() {
    String host = address.contains(":") ? "[" + address + "]" : address;
    return URI.create("http://%s:%d/sample".formatted(host, port));
  }
}
