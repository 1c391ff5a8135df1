package dev.plimsoll.core.guard;

/** Gives back the worker that was grown for a recycle, when that is over or no longer needed. */
record GiveBackRule() implements Rule {

  @Override
  public Finding look(Situation situation) {
    boolean due =
        situation
            .course()
            .extra()
            .filter(extra -> extra == Extra.USED || situation.phase() == Phase.CALM)
            .isPresent();
    return due && situation.isSettled() && situation.count() > 1
        ? Finding.of(
            new Action.Shed(
                situation.master(),
                Action.ShedReason.GROWN,
                "the worker that was grown for a recycle is no longer needed"))
        : Finding.nothing();
  }
}
