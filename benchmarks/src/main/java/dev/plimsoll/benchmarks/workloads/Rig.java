package dev.plimsoll.benchmarks.workloads;

import dev.plimsoll.agent.launch.LimitedGroup;
import dev.plimsoll.agent.sense.ProcessCgroup;
import dev.plimsoll.cli.Plimsoll;
import dev.plimsoll.cli.load.Arrival;
import dev.plimsoll.cli.load.LoadTally;
import dev.plimsoll.cli.load.PoissonArrivals;
import dev.plimsoll.cli.program.Program;
import dev.plimsoll.cli.workload.GunicornApp;
import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Runs one workload once: a server in a cgroup of its own, and the same arrivals every time.
 *
 * @param gunicorn the program
 * @param folder where each run leaves its logs and its report
 */
record Rig(Path gunicorn, Path folder) {
  private static final Bytes LIMIT = Bytes.ofMebi(256);
  private static final int WORKERS = 3;
  private static final double REQUESTS_PER_SECOND = 165;
  private static final Duration LENGTH = Duration.ofSeconds(40);
  private static final int USERS = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration START = Duration.ofSeconds(30);
  private static final long SEED = 1;

  Trial run(Workload workload, Care care) throws IOException, InterruptedException {
    Path place =
        folder.resolve(workload.behaviour().text()).resolve(care.title().replace(' ', '-'));
    Files.createDirectories(place);
    GunicornApp app = new GunicornApp(gunicorn, place, workload.behaviour());
    Files.deleteIfExists(app.log());
    return switch (care) {
      case Care.Guarded _ -> under(app, care, guarded(app));
      case Care.Nothing _, Care.MaxRequests _ -> alone(app, care);
    };
  }

  private static Trial alone(GunicornApp app, Care care) throws IOException, InterruptedException {
    String name = "plimsoll-workload-" + ProcessHandle.current().pid();
    return switch (LimitedGroup.make(name, LIMIT)) {
      case LimitedGroup.Outcome.Impossible(String why) -> throw new Program.Failed(why);
      case LimitedGroup.Outcome.Made(LimitedGroup group) -> {
        try (group) {
          List<String> words = new ArrayList<>(app.words());
          words.addAll(arguments(care));
          yield under(app, care, group.enclose(words));
        }
      }
    };
  }

  private static List<String> arguments(Care care) {
    return switch (care) {
      case Care.MaxRequests(int requests) ->
          List.of("--max-requests=" + requests, "--max-requests-jitter=" + requests / 10);
      case Care.Nothing _, Care.Guarded _ -> List.of();
    };
  }

  private static List<String> guarded(GunicornApp app) throws IOException {
    Path budget = app.folder().resolve("budget.yaml");
    try (InputStream text = Rig.class.getResourceAsStream("budget.yaml")) {
      Files.write(budget, text.readAllBytes());
    }
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Plimsoll.class.getName(),
                "run",
                "--budget=" + budget,
                "--limit=" + LIMIT,
                "--report=" + app.folder().resolve("report.json"),
                "--"));
    words.addAll(app.words());
    return words;
  }

  private static Trial under(GunicornApp app, Care care, List<String> words)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(app.folder().resolve("output.log").toFile());
    builder.environment().putAll(app.environment());
    // Without it the machine's name would lower the soft line.
    builder.environment().put("PLIMSOLL_POD_UID", "");
    if (!(care instanceof Care.Guarded)) {
      builder.environment().put("WEB_CONCURRENCY", Integer.toString(WORKERS));
    }
    Process server = builder.start();
    Thread interrupted = Thread.ofPlatform().unstarted(server::destroy);
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      awaitListening(app, server);
      KillWatch kills = KillWatch.start(ProcessCgroup.open(app.master().orElseThrow()));
      LoadTally load;
      try (kills) {
        Users users = new Users(app.address().orElseThrow(), USERS, PATIENCE);
        load = LoadTally.of(users.send(arrivals(), LENGTH));
      }
      return new Trial(care, load, kills.kills(), kills.lastKill(), boots(app));
    } finally {
      server.destroy();
      if (!server.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
  }

  private static List<Arrival> arrivals() {
    return new PoissonArrivals(SEED, REQUESTS_PER_SECOND, LENGTH).list();
  }

  /** Requests that are due in one run. */
  static int due() {
    return arrivals().size();
  }

  private static void awaitListening(GunicornApp app, Process server) throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    while (app.address().isEmpty()) {
      if (!server.isAlive() || System.nanoTime() > deadline) {
        throw new Program.Failed(
            "gunicorn does not listen: " + Files.readString(app.folder().resolve("output.log")));
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** gunicorn notes each. */
  private static int boots(GunicornApp app) throws IOException {
    try (Stream<String> lines = Files.lines(app.log())) {
      return Math.toIntExact(lines.filter(line -> line.contains("Booting worker")).count());
    }
  }
}
