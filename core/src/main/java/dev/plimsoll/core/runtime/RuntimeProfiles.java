package dev.plimsoll.core.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The servers that Plimsoll knows. */
public final class RuntimeProfiles {
  private static final List<RuntimeProfile> ALL =
      List.of(
          new Gunicorn(),
          new Uvicorn(),
          new Hypercorn(),
          new Daphne(),
          new Uwsgi(),
          new Celery(),
          new Rq(),
          new Puma(),
          new Unicorn(),
          new Sidekiq(),
          new PhpFpm(),
          new Pm2(),
          new Granian(),
          new Jvm(),
          new Generic());

  private RuntimeProfiles() {}

  /** The profile of a server by its name in {@code spec.runtime.type}. */
  public static Optional<RuntimeProfile> named(String type) {
    return ALL.stream().filter(profile -> profile.name().equals(type)).findFirst();
  }

  /** Every name that {@link #named} knows. */
  public static List<String> names() {
    return ALL.stream().map(RuntimeProfile::name).toList();
  }

  /** Every variable that tells how the processes of some server are to be read. */
  public static Set<String> tellingVariables() {
    return ALL.stream()
        .flatMap(profile -> profile.tellingVariables().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The arguments line that a variable is for some server, such as NODE_OPTIONS. */
  public static Optional<ArgumentHome.OneLine> lineIn(String variable) {
    return ALL.stream()
        .map(RuntimeProfile::arguments)
        .flatMap(
            home -> home instanceof ArgumentHome.OneLine line ? Stream.of(line) : Stream.empty())
        .filter(line -> line.variable().equals(variable))
        .findFirst();
  }
}
