package dev.plimsoll.e2e.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the agents in an application's pods say of themselves, asked through the API server. */
public record Agents(TestNamespace namespace, String app) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Each running pod's sample. */
  public List<JsonNode> samples() {
    return namespace
        .client()
        .pods()
        .inNamespace(namespace.name())
        .withLabel("app", app)
        .list()
        .getItems()
        .stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .map(pod -> sample(pod.getMetadata().getName()))
        .toList();
  }

  private JsonNode sample(String pod) {
    String path =
        "/api/v1/namespaces/%s/pods/%s:9797/proxy/sample".formatted(namespace.name(), pod);
    String text = namespace.kubectl("get", "--raw", path).output();
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON from " + path + ": " + text, e);
    }
  }

  /** Workers recycled by the guard in all pods, for whatever reason. */
  public long recycles() {
    return samples().stream().mapToLong(sample -> sum(sample.path("recycles"))).sum();
  }

  /** Actions of any kind in all pods. */
  public long actions() {
    return samples().stream()
        .mapToLong(
            sample ->
                sum(sample.path("recycles"))
                    + sum(sample.path("kills"))
                    + sample.path("sheds").asLong()
                    + sample.path("grows").asLong())
        .sum();
  }

  /** Kills by the kernel, as the agents count them. */
  public long oomKills() {
    return samples().stream().mapToLong(sample -> sample.path("oomKills").asLong()).sum();
  }

  private static long sum(JsonNode counts) {
    return StreamSupport.stream(counts.spliterator(), false).mapToLong(JsonNode::asLong).sum();
  }
}
