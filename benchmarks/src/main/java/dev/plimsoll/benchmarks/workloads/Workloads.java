package dev.plimsoll.benchmarks.workloads;

import dev.plimsoll.cli.workload.PythonEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs them and prints the table. Arguments are behaviours, such as {@code steady-leak}, to run
 * those alone; {@code --quick} leaves max_requests out. Ends with 1 where the guard falls short.
 */
public final class Workloads {
  private static final String QUICK = "--quick";

  private Workloads() {}

  /** See {@link Workloads}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> asked = List.of(arguments);
    Path folder = Files.createTempDirectory("plimsoll-workloads");
    Rig rig = new Rig(PythonEnvironment.inCache(System.getenv()).gunicorn(), folder);
    List<Comparison> comparisons = new ArrayList<>();
    for (Workload workload : chosen(asked)) {
      Trial nothing = run(rig, workload, new Care.Nothing());
      List<Trial> tried = new ArrayList<>();
      for (Care.MaxRequests care :
          asked.contains(QUICK) ? List.<Care.MaxRequests>of() : Care.MaxRequests.all().toList()) {
        tried.add(run(rig, workload, care));
      }
      comparisons.add(
          new Comparison(
              workload, nothing, Comparison.best(tried), run(rig, workload, new Care.Guarded())));
    }
    Report report = new Report(comparisons);
    report.print(System.out);
    System.out.println("Logs and reports of the guard: " + folder);
    System.exit(report.fallsShort() ? 1 : 0);
  }

  private static Trial run(Rig rig, Workload workload, Care care)
      throws IOException, InterruptedException {
    Trial trial = rig.run(workload, care);
    System.err.printf(
        "%s, %s: %d kills, %d of %d requests, %d boots%n",
        workload.title(),
        care.title(),
        trial.kills(),
        trial.load().completed(),
        trial.load().offered(),
        trial.boots());
    return trial;
  }

  private static List<Workload> chosen(List<String> asked) {
    List<String> names = asked.stream().filter(word -> !word.equals(QUICK)).toList();
    List<String> known =
        Stream.of(Workload.values()).map(workload -> workload.behaviour().text()).toList();
    names.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(name + " is unknown: choose from " + known);
            });
    return Arrays.stream(Workload.values())
        .filter(workload -> names.isEmpty() || names.contains(workload.behaviour().text()))
        .toList();
  }
}
