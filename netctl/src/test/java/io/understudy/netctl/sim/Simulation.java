package io.understudy.netctl.sim;

import io.understudy.netctl.model.Game;
import io.understudy.netctl.model.Outcome;
import io.understudy.netctl.model.Seams;
import java.util.List;

/** Plays runs: faults for some time, then none, and by then somebody has to speak. */
public final class Simulation implements Game {
  /** When all of them are over. */
  static final long FAULTS = 15 * Knobs.SECOND;

  private static final int THEMES = Theme.values().length;
  private static final long RECOVERY = 8 * Knobs.SECOND;

  @SuppressWarnings("EnumOrdinal") // so many seeds on, a run is of the same kind
  private static Theme theme(long seed) {
    return Theme.values()[(int) Math.floorMod(seed, (long) THEMES)];
  }

  @Override
  public Outcome play(long seed, String removed, boolean traced) {
    World world = new World(seed, theme(seed), removed, traced);
    Seams.behind(world);
    try {
      for (Host host : world.hosts) {
        host.startNetctl();
      }
      Operator operator = new Operator(world);
      Recovery recovery = new Recovery(world);
      world.schedule.at(300 * Knobs.MILLI, operator::begin);
      world.schedule.at(Knobs.SECOND, new Faults(world, operator)::begin);
      world.schedule.at(FAULTS, recovery::heal);
      world.schedule.at(FAULTS + RECOVERY, recovery::judge);
      world.schedule.run(FAULTS + RECOVERY);
    } finally {
      Seams.behind(null);
    }
    Throwable failure = world.schedule.failure;
    if (failure != null && !(failure instanceof Judge.Violation)) {
      throw new AssertionError(
          "seed " + seed + ": the model is wrong\n" + String.join("\n", world.trace), failure);
    }
    return new Outcome(
        world.schedule.steps,
        failure == null ? "" : failure.getMessage(),
        List.copyOf(world.trace));
  }
}
