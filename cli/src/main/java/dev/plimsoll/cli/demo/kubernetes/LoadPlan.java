package dev.plimsoll.cli.demo.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.plimsoll.cli.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The load of one side.
 *
 * @param seed equal seeds give equal arrivals
 * @param rate arrivals a second
 * @param seconds how long they come
 */
public record LoadPlan(long seed, double rate, int seconds) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The example's Job under this name, with this load, as JSON. */
  String job(Path manifest, String name) {
    try {
      ObjectNode job = (ObjectNode) YAML.readTree(Files.readString(manifest));
      ((ObjectNode) job.get("metadata")).put("name", name);
      ArrayNode command =
          ((ObjectNode) job.at("/spec/template/spec/containers/0")).putArray("command");
      command.add("python").add("/srv/load.py");
      command.add("--seed").add(Long.toString(seed));
      command.add("--rate").add(Double.toString(rate));
      command.add("--duration").add(Integer.toString(seconds));
      return JSON.writeValueAsString(job);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the generator's last line says. */
  static LoadResult result(String lastLine) {
    try {
      return JSON.readValue(lastLine, LoadResult.class);
    } catch (JsonProcessingException e) {
      throw new Program.Failed("the load ended without its result: " + lastLine);
    }
  }
}
