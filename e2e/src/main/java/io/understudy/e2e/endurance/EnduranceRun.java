package io.understudy.e2e.endurance;

import io.understudy.e2e.experiment.Await;
import io.understudy.e2e.experiment.Callees;
import io.understudy.e2e.experiment.Callers;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.Load;
import io.understudy.e2e.experiment.ReplicatedService;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.experiment.WarmUp;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.sipp.CallJudge;
import io.understudy.e2e.sipp.Endpoint;
import io.understudy.e2e.sipp.Gap;
import io.understudy.e2e.sipp.Judgement;
import io.understudy.e2e.sipp.Ramp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * One protected run: calls at a steady rate through the pair, no kill among them. When they are
 * over and the backup has executed the whole log, both JVMs are killed and what they left behind is
 * compared.
 */
final class EnduranceRun {
  /** Digest file of the server, in its node's directory. */
  static final String DIGESTS = "tables.digest";

  private static final int CALLER_PORT = 5060;
  private static final int RAMP_SECONDS = 10;

  private final Setup setup;
  private final Load load;
  private final Jdk jdk;
  private final RunDirectory files;
  private final Duration length; // zero: the nodes' vitals are not looked at
  private final Consumer<Lab> before;

  private record Calls(Judgement judgement, long retransmissions, int seconds) {}

  EnduranceRun(Setup setup, Load load, Jdk jdk, RunDirectory files, Duration length) {
    this(setup, load, jdk, files, length, lab -> {});
  }

  /**
   * A run with something between warm-up and calls.
   *
   * @param before done when the pair follows and has warmed up
   */
  EnduranceRun(Setup setup, Load load, Jdk jdk, RunDirectory files, Consumer<Lab> before) {
    this(setup, load, jdk, files, Duration.ZERO, before);
  }

  private EnduranceRun(
      Setup setup, Load load, Jdk jdk, RunDirectory files, Duration length, Consumer<Lab> before) {
    this.before = before;
    this.setup = setup;
    this.load = load;
    this.jdk = jdk;
    this.files = files;
    this.length = length;
  }

  EnduranceResult measure() throws IOException {
    Calls calls;
    SettledPair pair;
    Vitals vitals;
    try (Lab lab = new Lab(files.path(), files.mountPoint())) {
      Callees callees = Callees.start(lab, load, true);
      ReplicatedService service = new ReplicatedService(lab, setup, jdk);
      new WarmUp(lab, load, "warm-up").run();
      before.accept(lab);
      vitals = new Vitals(service, jdk, length);
      calls = calls(lab, callees, service, vitals);
      pair = SettledPair.of(service);
      // the backup first: it must not take over and go on with the log
      service.backup().kill();
      service.primary().kill();
    }
    LogChain primary = LogChain.of(files.journal("alpha"), pair.position());
    LogChain backup = LogChain.of(files.journal("beta"), pair.position());
    return new EnduranceResult(
        load.calls(),
        failed(calls.judgement()),
        calls.retransmissions(),
        pair.divergences(),
        pair.whole(),
        Math.min(primary.end(), backup.end()),
        primary.value(),
        backup.value(),
        primary.firstDifference(backup),
        TableDigests.of(digests("alpha"), digests("beta")),
        calls.seconds(),
        vitals.values(),
        length.isZero() ? List.of() : vitals.rising());
  }

  private Calls calls(Lab lab, Callees callees, ReplicatedService service, Vitals vitals)
      throws IOException {
    long begin = System.nanoTime();
    Endpoint caller =
        new Callers(lab, load, true)
            .start(
                "caller",
                CALLER_PORT,
                Ramp.slow(load.rate(), RAMP_SECONDS),
                load.calls(),
                load.talkMillis());
    long limit = begin + Duration.ofSeconds(load.boundSeconds()).toNanos();
    while (caller.process().isAlive()
        && service.backup().isAlive()
        && service.primary().isAlive()
        && System.nanoTime() - limit < 0) {
      if (System.nanoTime() - begin < length.toNanos()) {
        vitals.lookInTime();
      }
      Await.sleep(Duration.ofMillis(500));
    }
    int seconds = (int) Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    Await.sleep(Duration.ofSeconds(2)); // the callees' last answers
    Gap never = Gap.endless(Long.MAX_VALUE);
    Judgement judgement = new CallJudge(caller.messages(), callees.messages(), never).judge();
    return new Calls(judgement, caller.statistics().last("Retransmissions(C)"), seconds);
  }

  private int failed(Judgement judgement) {
    int good = judgement.finishedBefore();
    return load.calls() - good;
  }

  private Path digests(String node) {
    return files.path().resolve(node).resolve(DIGESTS);
  }
}
