package dev.plimsoll.agent.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.guard.ProcessId;
import dev.plimsoll.core.guard.ServerReading;
import dev.plimsoll.core.runtime.ProcessModel;
import dev.plimsoll.core.runtime.ProcessModel.MasterAndWorkers;
import dev.plimsoll.core.runtime.Signal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Holds a profile against its real server: recognises master and workers, recycles, sheds and grows
 * under load, has the kernel kill a worker, and writes down what came of it as one row.
 */
final class ServerTrial {
  private static final String NONE = "none";
  private static final int RECYCLES_AT_MOST = 4;

  private final ServerUnderTest server;
  private final ServerRig rig;
  private final Requests requests;

  private ServerTrial(ServerUnderTest server, ServerRig rig) {
    this.server = server;
    this.rig = rig;
    this.requests = server.requests(rig.port());
  }

  /** Runs a server, adds its row to the table and holds it against the committed one. */
  static void run(ServerUnderTest server) throws Exception {
    TableRow row;
    try (Scratch scratch = Scratch.make();
        ServerRig rig = ServerRig.start(server, scratch.folder())) {
      try {
        row = new ServerTrial(server, rig).row();
      } catch (AssertionError | RuntimeException | IOException e) {
        throw new AssertionError(e.getMessage() + "\nThe server wrote:\n" + rig.output(), e);
      }
    }
    RuntimesTable.add(row);
    assertThat(RuntimesTable.committed())
        .as("%s holds the row of this run: copy it from agent/target", RuntimesTable.COMMITTED)
        .anyMatch(line -> TableRow.lasting(line).equals(TableRow.lasting(row.text())));
  }

  private TableRow row() throws Exception {
    ServerRig.await("an answer").ignoreExceptionsInstanceOf(IOException.class).until(this::answers);
    String recognised = recognised();
    Calm calm = underLoad();
    Kill kill = outgrow();
    return new TableRow(
        server.variant().isEmpty()
            ? server.profile()
            : "%s (%s)".formatted(server.profile(), server.variant()),
        server.version(),
        recognised,
        calm.recycle(),
        calm.shed(),
        calm.grow(),
        "%d of %d".formatted(calm.load().failures().size(), calm.load().total()),
        kill.counted(),
        kill.after());
  }

  private boolean answers() throws IOException {
    assertThat(rig.isRunning()).as("the server runs").isTrue();
    return requests.answeredBy("/") > 0;
  }

  /** Effective numbers are read back: what was asked for is what the agent sees. */
  private String recognised() {
    return switch (rig.model()) {
      case ProcessModel.SingleProcess _ -> {
        ServerRig.await("one process").until(() -> rig.server() instanceof ServerReading.Alone);
        yield "one process";
      }
      case MasterAndWorkers _ -> {
        ServerRig.await(server.workers() + " workers")
            .until(() -> rig.workers().size() == server.workers());
        yield "master and " + server.workers();
      }
    };
  }

  /** What signals did while the server worked. */
  private record Calm(String recycle, String shed, String grow, Load.Result load) {}

  private Calm underLoad() throws InterruptedException {
    try (Load load = Load.start(requests)) {
      ServerRig.await("every client's first answer").until(() -> load.answered() >= 10);
      Calm calm =
          rig.model() instanceof MasterAndWorkers model
              ? signalled(model, load)
              : new Calm(NONE, NONE, NONE, load.stop());
      assertThat(calm.load().failures()).as("requests that failed").isEmpty();
      return calm;
    }
  }

  private Calm signalled(MasterAndWorkers model, Load load) throws InterruptedException {
    int planned = server.workers();
    Optional<ProcessId> master = rig.master();
    String recycle = model.retire().map(signal -> recycle(signal, load)).orElse(NONE);
    String shed = model.shed().map(signal -> rescale(signal, planned - 1, load)).orElse(NONE);
    String grow = model.grow().map(signal -> rescale(signal, planned, load)).orElse(NONE);
    assertThat(rig.master()).as("the master, which is never touched").isEqualTo(master);
    return new Calm(recycle, shed, grow, load.stop());
  }

  /** Recycles until a worker was caught that held requests, and has answered them. */
  private String recycle(Signal signal, Load load) {
    for (int attempt = 1; attempt <= RECYCLES_AT_MOST; attempt++) {
      awaitAllServing(load);
      ProcessId victim = busy(load);
      long sentAt = System.nanoTime();
      rig.send(victim, signal);
      ServerRig.await(victim + " ends and has a successor")
          .until(
              () -> {
                List<ProcessId> workers = rig.workers();
                return !workers.contains(victim) && workers.size() == server.workers();
              });
      if (load.heldAt(sentAt, victim.pid()) > 0) {
        return signal.name();
      }
    }
    throw new AssertionError(
        "no worker of " + RECYCLES_AT_MOST + " answered what it held when " + signal + " came");
  }

  private ProcessId busy(Load load) {
    List<ProcessId> workers = rig.workers();
    long last = load.lastAnswerBy();
    return workers.stream()
        .filter(worker -> worker.pid() == last)
        .findFirst()
        .orElse(workers.getFirst());
  }

  /**
   * A worker that is told to end while it boots may lose the signal (gunicorn's) or close what it
   * has just accepted (uvicorn's), so the guard lets every successor come up first, as this does.
   */
  private void awaitAllServing(Load load) {
    ServerRig.await("every worker's first answer")
        .until(() -> rig.workers().stream().allMatch(worker -> load.hasAnswered(worker.pid())));
    ServerRig.await("every worker's least age").until(rig::areOldEnough);
  }

  private String rescale(Signal signal, int expected, Load load) {
    awaitAllServing(load);
    rig.send(rig.master().orElseThrow(), signal);
    ServerRig.await(expected + " workers after " + signal)
        .until(() -> rig.workers().size() == expected);
    return "%s, %d".formatted(signal, expected);
  }

  /** What one kill came to. */
  private record Kill(long counted, String after) {}

  /** Lets one request outgrow the limit, and counts once the server has come to rest. */
  private Kill outgrow() throws IOException {
    long before = rig.oomKills();
    List<ProcessId> workers = rig.workers();
    if (rig.model() instanceof MasterAndWorkers) {
      ServerRig.await("every worker's least age").until(rig::areOldEnough);
    }
    long tooMuch = 2 * server.limit().count() >> 20;
    assertThatThrownBy(() -> requests.answeredBy("/keep?mb=" + tooMuch))
        .isInstanceOf(IOException.class);
    ServerRig.await("a kill").until(() -> rig.oomKills() > before);
    String after = afterKill(workers);
    long counted = rig.oomKills() - before;
    assertThat(counted).as("kills that the kernel counted").isEqualTo(1);
    return new Kill(counted, after);
  }

  private String afterKill(List<ProcessId> before) {
    return switch (rig.model()) {
      case ProcessModel.SingleProcess _ -> {
        ServerRig.await("the end of the only process").until(() -> !rig.isRunning());
        yield "the process has ended";
      }
      case MasterAndWorkers model ->
          switch (model.onKill()) {
            case STOPS -> {
              ServerRig.await("the end of the server").until(() -> !rig.isRunning());
              yield "the server stops";
            }
            case GOES_ON_WITHOUT -> {
              awaitService(server.workers() - 1);
              yield "the others go on";
            }
            case STARTS_ANOTHER -> {
              awaitService(server.workers());
              yield rig.workers().equals(before)
                  ? "only the job's own process has ended"
                  : "another worker starts";
            }
          };
    };
  }

  private void awaitService(int workers) {
    ServerRig.await(workers + " workers after the kill")
        .until(() -> rig.workers().size() == workers);
    ServerRig.await("an answer after the kill")
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(this::answers);
  }
}
