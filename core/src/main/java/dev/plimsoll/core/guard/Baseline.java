package dev.plimsoll.core.guard;

import dev.plimsoll.core.model.Bytes;
import java.util.Optional;

/**
 * What was there beside the workers' private memory at its lowest, each part for itself.
 *
 * @param master its private memory; empty before the crew has settled once
 * @param shared everything else: tmpfs, shared memory, shared pages, the kernel's own
 */
record Baseline(Optional<Bytes> master, Optional<Bytes> shared) {

  static Baseline unknown() {
    return new Baseline(Optional.empty(), Optional.empty());
  }

  Baseline with(Bytes masterNow, Bytes sharedNow) {
    return new Baseline(
        Optional.of(master.orElse(masterNow).min(masterNow)),
        Optional.of(shared.orElse(sharedNow).min(sharedNow)));
  }

  Bytes masterGrowth(Bytes now) {
    return now.minusOrZero(master.orElse(now));
  }

  Bytes sharedGrowth(Bytes now) {
    return now.minusOrZero(shared.orElse(now));
  }
}
