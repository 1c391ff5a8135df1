package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.ContainerMemory;
import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A cgroup of the one tree of all controllers; its fields and events include child cgroups. */
final class CgroupV2 implements MemoryCgroup {
  private static final byte[] ACTIVE_FILE = MemoryCgroup.key("active_file");
  private static final byte[] INACTIVE_FILE = MemoryCgroup.key("inactive_file");
  private static final byte[] SLAB_RECLAIMABLE = MemoryCgroup.key("slab_reclaimable");
  private static final byte[] OOM_KILL = MemoryCgroup.key("oom_kill");

  private final KernelText text = new KernelText();
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
      Bytes active = field(ACTIVE_FILE);
      Bytes inactive = field(INACTIVE_FILE);
      Bytes slab = field(SLAB_RECLAIMABLE);
      current.readInto(text);
      Bytes charged = new Bytes(Math.max(0, text.number()));
      events.readInto(text);
      return Optional.of(
          new ContainerMemory(
              limit,
              charged,
              charged.minusOrZero(active.plus(inactive).plus(slab)),
              charged.minusOrZero(inactive),
              field(OOM_KILL).count()));
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

  private Bytes field(byte[] key) {
    return new Bytes(Math.max(0, text.field(key)));
  }
}
