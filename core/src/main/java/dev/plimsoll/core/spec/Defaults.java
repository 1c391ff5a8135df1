package dev.plimsoll.core.spec;

import dev.plimsoll.core.model.AgentTerms;
import dev.plimsoll.core.model.Bytes;
import dev.plimsoll.core.model.ConflictPolicy;
import dev.plimsoll.core.model.CpuRule;
import dev.plimsoll.core.model.GuardAction;
import dev.plimsoll.core.model.Mode;
import java.time.Duration;
import java.util.List;

/** What holds where a user says nothing. The CRD takes its defaults from here. */
public final class Defaults {
  public static final String TARGET_API_VERSION = "apps/v1";
  public static final Mode MODE = Mode.RECOMMEND;
  public static final boolean PAUSED = false;
  public static final ConflictPolicy CONFLICTS = ConflictPolicy.AUTO;

  public static final Bytes BASE = Bytes.ofMebi(32);
  public static final Percent RESERVE = new Percent(20);

  public static final int MIN = 1;
  public static final int STEP = 1;
  public static final int WEIGHT = 1;
  public static final int WEIGHT_OF_PARENT = 4;
  public static final int PER_CORE = 1;
  public static final int PLUS = 0;
  public static final String TEMPLATE = "{value}";

  /** For the runtime's own workers without a max: the servers' rule of thumb, 2 x CPUs + 1. */
  public static final CpuRule CPU_OF_WORKERS = new CpuRule(2, 1);

  /** The knob that {@link #CPU_OF_WORKERS} is for. */
  public static final String WORKERS = "workers";

  public static final int SOFT_PERCENT = 85;
  public static final int HARD_PERCENT = 93;
  public static final List<GuardAction> ACTIONS =
      List.of(GuardAction.RECYCLE_WORKER, GuardAction.SHED_WORKER, GuardAction.REDUCE_PLAN);

  public static final Duration COOLDOWN = Duration.ofMinutes(15);
  public static final boolean ALLOW_DOWNTIME = false;
  public static final Duration RESTORE_AFTER = Duration.ofHours(1);
  public static final int BRAKE_OOM_KILLS = 3;
  public static final Duration BRAKE_WITHIN = Duration.ofMinutes(10);
  public static final Duration DEGRADE_AFTER = Duration.ofMinutes(5);

  private Defaults() {}

  /** A mode that writes nothing to the workload has no agent there either. */
  public static AgentTerms.Injection injection(Mode mode) {
    return mode == Mode.RECOMMEND ? AgentTerms.Injection.NONE : AgentTerms.Injection.SIDECAR;
  }
}
