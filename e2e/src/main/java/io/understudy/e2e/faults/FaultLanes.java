package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.LabProgram;
import io.understudy.e2e.experiment.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The matrix in several enclosures at the same time. A run waits more than it works, so two cores
 * have room for some. Rows that need the whole machine are played before, alone.
 */
record FaultLanes(Workshop workshop, int lanes, List<String> options) {
  /**
   * Plays the rows.
   *
   * @return the exit code of the first enclosure that ended badly, {@link LabProgram#MISSED} last;
   *     0 if none did
   */
  int play(List<FaultRow> rows) {
    int alone = enclosure(rows.stream().filter(FaultRow::needsWholeMachine).toList(), Lane.ONLY);
    if (alone != 0 && alone != LabProgram.MISSED) {
      return alone;
    }
    List<FaultRow> others = rows.stream().filter(row -> !row.needsWholeMachine()).toList();
    ExecutorService threads = Executors.newFixedThreadPool(lanes);
    try {
      List<CompletableFuture<Integer>> exits = new ArrayList<>();
      for (int i = 1; i <= lanes; i++) {
        Lane lane = new Lane(i, lanes);
        exits.add(CompletableFuture.supplyAsync(() -> enclosure(others, lane), threads));
      }
      return exits.stream().mapToInt(CompletableFuture::join).reduce(alone, FaultLanes::worse);
    } finally {
      threads.shutdown();
    }
  }

  private static int worse(int one, int other) {
    return one == 0 || (one == LabProgram.MISSED && other != 0) ? other : one;
  }

  private int enclosure(List<FaultRow> rows, Lane lane) {
    if (rows.isEmpty()) {
      return 0;
    }
    List<String> arguments = new ArrayList<>(rows.stream().map(FaultRow::name).toList());
    arguments.addAll(options);
    arguments.add("--lane=" + lane);
    OptionalInt exit = LabProgram.enter(FaultsCommand.class, workshop, arguments);
    return exit.orElseThrow();
  }
}
