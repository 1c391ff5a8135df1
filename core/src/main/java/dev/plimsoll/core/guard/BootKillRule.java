package dev.plimsoll.core.guard;

/** Workers killed while they boot: no recycle makes a boot smaller, only fewer workers fit. */
record BootKillRule() implements Rule {

  @Override
  public Finding look(Situation situation) {
    if (!situation.seen().youngKills().areTooMany()) {
      return Finding.nothing();
    }
    int crew = Math.max(situation.count(), situation.course().settle().crew());
    String why =
        "the kernel has killed %d workers in ten seconds while they booted: %d do not fit"
            .formatted(situation.seen().youngKills().times().size(), crew);
    return crew > 1
        ? Shedding.shed(situation, Action.ShedReason.BOOT, crew - 1, why)
        : Finding.of(
            Remark.Reason.PLAN_TOO_LARGE, why + "; not even one boots, it needs a larger limit");
  }
}
