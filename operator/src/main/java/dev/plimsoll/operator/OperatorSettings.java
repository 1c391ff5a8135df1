package dev.plimsoll.operator;

import dev.plimsoll.operator.inject.AgentSettings;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the operator is told by its environment, read once at the start.
 *
 * @param namespaces the namespaces to watch; empty means every one
 * @param maxConcurrentRollouts how many of our rollouts may run in the cluster at once, at least 1
 * @param leadership whether several operators share the work by a lease
 * @param leaseNamespace where the lease is; empty means the operator's own namespace
 * @param managementPort the port of metrics and probes; 0 lets the system choose
 * @param agent the container that is put beside applications
 */
public record OperatorSettings(
    Set<String> namespaces,
    int maxConcurrentRollouts,
    Leadership leadership,
    Optional<String> leaseNamespace,
    int managementPort,
    AgentSettings agent) {

  static final String NAMESPACES = "PLIMSOLL_NAMESPACES";
  static final String MAX_CONCURRENT_ROLLOUTS = "PLIMSOLL_MAX_CONCURRENT_ROLLOUTS";
  static final String LEADER_ELECTION = "PLIMSOLL_LEADER_ELECTION";
  static final String LEASE_NAMESPACE = "PLIMSOLL_LEASE_NAMESPACE";
  static final String MANAGEMENT_PORT = "PLIMSOLL_MANAGEMENT_PORT";
  static final String AGENT_IMAGE = "PLIMSOLL_AGENT_IMAGE";
  static final String AGENT_PULL_POLICY = "PLIMSOLL_AGENT_PULL_POLICY";
  static final String AGENT_RESOURCES = "PLIMSOLL_AGENT_RESOURCES";

  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  /** Whether an operator waits for a lease before it acts. */
  public enum Leadership {
    ELECTED,
    ALONE
  }

  /** A variable holds what it cannot; the message is one line for a person. */
  public static final class InvalidSettingException extends RuntimeException {
    InvalidSettingException(String variable, String value, String expected) {
      super("%s is \"%s\": set it to %s.".formatted(variable, value, expected));
    }
  }

  /**
   * Reads the settings; a variable that is unset or blank takes its default.
   *
   * @throws InvalidSettingException naming the variable and the remedy
   */
  public static OperatorSettings from(Map<String, String> environment) {
    return new OperatorSettings(
        namespaces(environment),
        number(environment, MAX_CONCURRENT_ROLLOUTS, 2, 1, 1000),
        leadership(environment),
        leaseNamespace(environment),
        number(environment, MANAGEMENT_PORT, 8080, 0, 65535),
        agent(environment));
  }

  private static AgentSettings agent(Map<String, String> environment) {
    AgentSettings otherwise = AgentSettings.DEFAULT;
    return new AgentSettings(
        value(environment, AGENT_IMAGE).orElse(otherwise.image()),
        value(environment, AGENT_PULL_POLICY).orElse(otherwise.pullPolicy()),
        value(environment, AGENT_RESOURCES)
            .map(OperatorSettings::resources)
            .orElse(otherwise.resources()));
  }

  private static ResourceRequirements resources(String text) {
    try {
      return Serialization.unmarshal(text, ResourceRequirements.class);
    } catch (KubernetesClientException e) {
      throw new InvalidSettingException(
          AGENT_RESOURCES, text, "a JSON object of requests and limits, as containers have them");
    }
  }

  private static Optional<String> value(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static Set<String> namespaces(Map<String, String> environment) {
    Set<String> namespaces = new TreeSet<>();
    value(environment, NAMESPACES).stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(name -> namespace(NAMESPACES, name.strip()))
        .forEach(namespaces::add);
    return Set.copyOf(namespaces);
  }

  private static Optional<String> leaseNamespace(Map<String, String> environment) {
    return value(environment, LEASE_NAMESPACE).map(name -> namespace(LEASE_NAMESPACE, name));
  }

  private static String namespace(String variable, String name) {
    if (!NAMESPACE.matcher(name).matches()) {
      throw new InvalidSettingException(
          variable, name, "namespace names of lower-case letters, digits and dashes");
    }
    return name;
  }

  private static Leadership leadership(Map<String, String> environment) {
    String value = value(environment, LEADER_ELECTION).orElse("true");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> Leadership.ELECTED;
      case "false" -> Leadership.ALONE;
      default -> throw new InvalidSettingException(LEADER_ELECTION, value, "true or false");
    };
  }

  private static int number(
      Map<String, String> environment, String variable, int otherwise, int least, int most) {
    Optional<String> text = value(environment, variable);
    try {
      int number = text.map(Integer::parseInt).orElse(otherwise);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below, as a number out of range is.
    }
    throw new InvalidSettingException(
        variable, text.orElseThrow(), "a whole number from " + least + " to " + most);
  }
}
