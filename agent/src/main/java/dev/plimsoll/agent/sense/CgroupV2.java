package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.ContainerMemory;
import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A cgroup of the one tree of all controllers; its fields and events include child cgroups. */
final class CgroupV2 implements MemoryCgroup {
  private static final byte[][] STAT = {
    MemoryCgroup.key("inactive_file"),
    MemoryCgroup.key("active_file"),
    MemoryCgroup.key("slab_reclaimable")
  };
  private static final byte[] OOM_KILL = MemoryCgroup.key("oom_kill");

  private final KernelText text = new KernelText();
  private final int[] lines = new int[STAT.length];
  private final long[] values = new long[STAT.length];
  private final Bytes ofMachine = MachineMemory.total();
  private final KernelFile max;
  private final KernelFile current;
  private final KernelFile stat;
  private final KernelFile events;
  private final Optional<KernelFile> pressure;
  private final Optional<KernelFile> group;

  CgroupV2(Path directory) throws IOException {
    this.max = new KernelFile(directory.resolve("memory.max"));
    this.current = new KernelFile(directory.resolve("memory.current"));
    this.stat = new KernelFile(directory.resolve("memory.stat"));
    this.events = new KernelFile(directory.resolve("memory.events"));
    this.pressure = KernelFile.openIfPresent(directory.resolve("memory.pressure"));
    this.group = KernelFile.openIfPresent(directory.resolve("memory.oom.group"));
  }

  @Override
  public Optional<ContainerMemory> read() {
    try {
      max.readInto(text);
      long written = text.number();
      Bytes limit = written == KernelText.NO_NUMBER ? ofMachine : new Bytes(written).min(ofMachine);
      stat.readInto(text);
      text.fields(STAT, lines, values);
      Bytes inactive = value(0);
      Bytes reclaimable = inactive.plus(value(1)).plus(value(2));
      current.readInto(text);
      Bytes charged = new Bytes(Math.max(0, text.number()));
      events.readInto(text);
      return Optional.of(
          new ContainerMemory(
              limit,
              charged,
              charged.minusOrZero(reclaimable),
              charged.minusOrZero(inactive),
              Math.max(0, text.field(OOM_KILL))));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Pressure> pressure() {
    return pressure.filter(this::reads).flatMap(_ -> PressureText.parse(text.all()));
  }

  @Override
  public boolean killsAsGroup() {
    return group.filter(this::reads).map(_ -> text.number() == 1).orElse(false);
  }

  @Override
  public void close() {
    max.close();
    current.close();
    stat.close();
    events.close();
    pressure.ifPresent(KernelFile::close);
    group.ifPresent(KernelFile::close);
  }

  private boolean reads(KernelFile file) {
    try {
      file.readInto(text);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Fields that this kernel does not have count as nothing. */
  private Bytes value(int index) {
    return new Bytes(Math.max(0, values[index]));
  }
}
