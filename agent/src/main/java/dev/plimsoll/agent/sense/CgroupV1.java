package dev.plimsoll.agent.sense;

import dev.plimsoll.core.guard.ContainerMemory;
import dev.plimsoll.core.model.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A cgroup of the memory controller's own tree. Its {@code total_} fields include child cgroups, as
 * its limit does; its counter of kills does not.
 */
final class CgroupV1 implements MemoryCgroup {
  private static final byte[][] STAT = {
    MemoryCgroup.key("total_inactive_file"),
    MemoryCgroup.key("total_active_file"),
    MemoryCgroup.key("total_slab_reclaimable"),
    MemoryCgroup.key("hierarchical_memory_limit")
  };
  private static final byte[] OOM_KILL = MemoryCgroup.key("oom_kill");

  private final KernelText text = new KernelText();
  private final int[] lines = new int[STAT.length];
  private final long[] values = new long[STAT.length];
  private final Bytes ofMachine = MachineMemory.total();
  private final KernelFile usage;
  private final KernelFile stat;
  private final KernelFile oomControl;

  CgroupV1(Path directory) throws IOException {
    this.usage = new KernelFile(directory.resolve("memory.usage_in_bytes"));
    this.stat = new KernelFile(directory.resolve("memory.stat"));
    this.oomControl = new KernelFile(directory.resolve("memory.oom_control"));
  }

  @Override
  public Optional<ContainerMemory> read() {
    try {
      stat.readInto(text);
      text.fields(STAT, lines, values);
      Bytes inactive = value(0);
      Bytes reclaimable = inactive.plus(value(1)).plus(value(2));
      Bytes limit = value(3).min(ofMachine);
      usage.readInto(text);
      Bytes current = new Bytes(Math.max(0, text.number()));
      oomControl.readInto(text);
      return Optional.of(
          new ContainerMemory(
              limit,
              current,
              current.minusOrZero(reclaimable),
              current.minusOrZero(inactive),
              Math.max(0, text.field(OOM_KILL))));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Pressure> pressure() {
    return Optional.empty();
  }

  @Override
  public boolean killsAsGroup() {
    return false;
  }

  @Override
  public void close() {
    usage.close();
    stat.close();
    oomControl.close();
  }

  /** Fields that this kernel does not have count as nothing. */
  private Bytes value(int index) {
    return new Bytes(Math.max(0, values[index]));
  }
}
