package io.understudy.e2e.bench;

import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.KneeSearch;
import io.understudy.e2e.experiment.Load;
import io.understudy.e2e.experiment.LoneService;
import io.understudy.e2e.experiment.Progress;
import io.understudy.e2e.experiment.ReplicatedService;
import io.understudy.e2e.experiment.Service;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.experiment.Workshop;
import io.understudy.e2e.lab.Lab;
import java.io.IOException;
import java.util.function.Function;

/** The knee: the highest rung at which three runs of half a minute each fail no call. */
record Knee(Workshop workshop, BenchServer server, Jdk jdk, Progress progress) {
  /** The callees answer as long as the search takes. */
  private static final int SEARCH_SECONDS = 3_600;

  /**
   * Looks for it.
   *
   * @param treatment bare or pair
   * @param from lowest rung to try
   */
  int find(Treatment treatment, int from) throws IOException {
    Setup setup = new Setup(server.command(workshop), Load.PORT, workshop.agentJar());
    Function<Lab, Service> start =
        treatment == Treatment.BARE
            ? lab -> new LoneService(lab, setup, jdk)
            : lab -> new ReplicatedService(lab, setup, jdk);
    Load load =
        Load.withoutKill(workshop, from, 0, SEARCH_SECONDS, Load.RING_MILLIS, Load.TALK_MILLIS);
    return new KneeSearch(start, workshop.output().resolve("runs"), progress).confirmed(load);
  }
}
