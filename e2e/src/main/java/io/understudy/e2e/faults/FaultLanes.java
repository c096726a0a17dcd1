package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.LabProgram;
import io.understudy.e2e.experiment.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The matrix in several enclosures at the same time. A run waits more than it works, so two cores
 * have room for some.
 *
 * @param arguments the command line of the whole, which each enclosure gets with its lane
 */
record FaultLanes(Workshop workshop, int lanes, List<String> arguments) {
  /**
   * Plays the rows.
   *
   * @return the exit code of the first enclosure that ended badly, {@link LabProgram#MISSED} last;
   *     0 if none did
   */
  int play() {
    int alone = enclosure(Lane.alone(lanes));
    if (!LabProgram.worked(alone)) {
      return alone;
    }
    ExecutorService threads = Executors.newFixedThreadPool(lanes);
    try {
      List<CompletableFuture<Integer>> exits = new ArrayList<>();
      for (int i = 1; i <= lanes; i++) {
        Lane lane = new Lane(i, lanes);
        exits.add(CompletableFuture.supplyAsync(() -> enclosure(lane), threads));
      }
      return exits.stream().mapToInt(CompletableFuture::join).reduce(alone, FaultLanes::worse);
    } finally {
      threads.shutdown();
    }
  }

  private static int worse(int one, int other) {
    return one == 0 || (one == LabProgram.MISSED && other != 0) ? other : one;
  }

  private int enclosure(Lane lane) {
    List<String> words = new ArrayList<>(arguments);
    words.add(Lane.OPTION + "=" + lane);
    return LabProgram.enter(FaultsCommand.class, workshop, words).orElseThrow();
  }
}
