package io.understudy.netctl.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Never two speakers, no acknowledged output lost, and somebody speaks once nothing fails any more:
 * netctl's own code in a simulated world, whatever fails at whatever step.
 *
 * <p>{@code -Dunderstudy.model.steps=N} plays more, {@code -Dunderstudy.model.seed=N} the run of
 * one seed with its trace, {@code -Dunderstudy.model.guard=NAME} that run without a guard. Without
 * a seed, {@code guard=NAME} with {@code from=N} and {@code within=STEPS} hunts for its lack.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OneSpeakerModelTest {
  private static final long STEPS = Long.getLong("understudy.model.steps", 1_000_000);
  private static final Long SEED = Long.getLong("understudy.model.seed");
  private static final String GUARD = System.getProperty("understudy.model.guard", "");

  /** How many themes there are: so many seeds on, a run is of the same kind. */
  private static final int SAME_KIND = 5;

  private static final long FOUND_WITHIN = Long.getLong("understudy.model.within", 4_000_000);

  /** Where the search for the lack of a guard begins. */
  private static final Long FROM = Long.getLong("understudy.model.from");

  @Test
  void whateverFailsOneNodeSpeaksAndHasAllThatWasSaid() throws ReflectiveOperationException {
    Assumptions.assumeTrue(SEED == null, "one seed is asked for");
    Game game = game(new ModelLoader(null));
    long steps = 0;
    long seed = 0;
    while (steps < STEPS) {
      seed++;
      Outcome outcome = game.play(seed, "", false);
      assertThat(outcome.fault()).as(trace(game, seed, outcome)).isEmpty();
      steps += outcome.steps();
    }
    System.out.println("model: " + steps + " steps, seeds 1 to " + seed + ", no fault");
  }

  /** What happened, played again. */
  private static String trace(Game game, long seed, Outcome outcome) {
    return outcome.fault().isEmpty()
        ? ""
        : "seed "
            + seed
            + "; play it again with -Dunderstudy.model.seed="
            + seed
            + "\n"
            + String.join("\n", game.play(seed, "", true).trace());
  }

  @ParameterizedTest
  @EnumSource(Guard.class)
  void aGuardThatIsTakenAwayIsMissed(Guard guard) throws ReflectiveOperationException {
    Assumptions.assumeTrue(SEED == null, "one seed is asked for");
    Assumptions.assumeTrue(GUARD.isEmpty() || GUARD.equals(guard.name()), "another is asked for");
    ModelLoader loader = new ModelLoader(guard.cut);
    Game game = game(loader);
    long steps = 0;
    for (long seed = FROM == null ? guard.seed : FROM; steps < FOUND_WITHIN; seed += SAME_KIND) {
      Outcome outcome = game.play(seed, guard.removed, false);
      steps += outcome.steps();
      if (!outcome.fault().isEmpty()) {
        System.out.printf(
            "model: without %s: seed %d, %d steps: %s%n", guard, seed, steps, outcome.fault());
        assertThat(guard.cut == null || loader.cuts() > 0).as("the cut was made").isTrue();
        return;
      }
    }
    assertThat(steps).as("steps in which it was not missed that %s", guard.meaning).isZero();
  }

  @Test
  void theRunOfOneSeed() throws ReflectiveOperationException {
    Assumptions.assumeTrue(SEED != null, "no seed is asked for");
    Guard guard = GUARD.isEmpty() ? null : Guard.valueOf(GUARD);
    Game game = game(new ModelLoader(guard == null ? null : guard.cut));
    Outcome outcome = game.play(SEED, guard == null ? "" : guard.removed, true);
    outcome.trace().forEach(System.out::println);
    assertThat(outcome.fault()).isEmpty();
  }

  private static Game game(ModelLoader loader) throws ReflectiveOperationException {
    return Class.forName("io.understudy.netctl.sim.Simulation", true, loader)
        .asSubclass(Game.class)
        .getDeclaredConstructor()
        .newInstance();
  }
}
