package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.Await;
import io.understudy.e2e.experiment.Callees;
import io.understudy.e2e.experiment.Callers;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.Load;
import io.understudy.e2e.experiment.Moment;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.experiment.WarmUp;
import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.sipp.CallJudge;
import io.understudy.e2e.sipp.Endpoint;
import io.understudy.e2e.sipp.Gap;
import io.understudy.e2e.sipp.Judgement;
import io.understudy.e2e.sipp.Loss;
import io.understudy.e2e.sipp.Phase;
import io.understudy.e2e.sipp.Ramp;
import io.understudy.e2e.sniff.Sniffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Runs of one row on one pair, one after the other: calls begin, something fails, calls end, and
 * the pair is made whole. Clients retransmit.
 */
final class FaultSession implements AutoCloseable {
  private static final int DIVERGED = 70;
  private static final int BEFORE_MILLIS = 5_000;
  private static final int SPREAD_MILLIS = 1_000;
  private static final int AFTER_MILLIS = 2_000;
  private static final int REASONS = 10;

  private final Load load;
  private final Lab lab;
  private final Sniffer sniffer;
  private final Callees callees;
  private final FaultPair pair;

  FaultSession(
      FaultRow.Settings settings, Setup setup, Jdk jdk, Load load, Path directory, Path mountPoint)
      throws IOException {
    this.load = load;
    lab = new Lab(directory, mountPoint);
    try {
      sniffer = Sniffer.start(lab, Addresses.VIP, 1, 2);
      callees = Callees.start(lab, load, true);
      pair = new FaultPair(lab, setup, jdk, settings, directory);
      new WarmUp(lab, load, "warm-up").run();
    } catch (IOException | RuntimeException failed) {
      lab.close();
      throw failed;
    }
  }

  /** Makes a run; the pair is as it was afterwards, but for who speaks. */
  FaultResult run(FaultRow row, int number, long seed, FaultResults results) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    FaultNode old = pair.speaker;
    pair.speaker.server.resume(); // loads what sends a signal
    long needless = old.netctl.status().getNeedless();
    Endpoint caller =
        new Callers(lab, load, true)
            .start(
                "caller-" + row.name() + "-" + number,
                5060,
                Ramp.slow(load.rate(), 1),
                load.calls(),
                load.talkMillis());
    Await.sleep(Duration.ofMillis(BEFORE_MILLIS + random.nextInt(SPREAD_MILLIS)));
    Moment now = Moment.now();
    long fault = System.nanoTime();
    row.fault().begin(pair);
    Await.sleep(Duration.ofMillis(Math.max(row.fault().lastsMillis(), 1)));
    row.fault().end(pair, old);
    Await.sleep(Duration.ofMillis(AFTER_MILLIS));
    caller.process().finishCalls();
    caller.process().awaitEnd(Duration.ofSeconds(load.drainSeconds(true)));
    Sniffer.Since since = sniffer.since(fault);
    long first = old.isAlpha() ? since.betaFirst() : since.alphaFirst();
    double gap = first == 0 ? -1 : (first - fault) / 1e6;
    int both = first == 0 ? 0 : behind(first, old);
    Gap lossy =
        first == 0 ? Gap.endless(now.micros(fault)) : new Gap(now.micros(fault), now.micros(first));
    Judgement calls = new CallJudge(caller.messages(), callees.messages(), lossy).judge();
    caller.process().kill();
    boolean diverged =
        pair.speaker.server.endedWith(DIVERGED) || pair.other.server.endedWith(DIVERGED);
    int lost = calls.lost(Phase.SETUP) + calls.lost(Phase.ESTABLISHED);
    String audit = restore(row);
    boolean kept = audit.isEmpty() && lost + calls.lost(Phase.LATER) == 0 && !diverged;
    boolean sound = kept && both == 0;
    boolean met =
        switch (row.expects()) {
          case TAKEOVER -> sound && gap >= 0;
          case TAKEOVER_UNHEARD -> kept && gap >= 0;
          case STAYS -> sound && gap < 0;
          case EITHER -> sound;
          case COLD -> both == 0 && !diverged;
          case FAILS -> !sound || expected(row) != (gap >= 0);
        };
    return new FaultResult(
        row.name(),
        number,
        seed,
        results.commit(),
        results.jdk().feature(),
        results.rate(),
        gap,
        both,
        calls.cohort(),
        lost,
        calls.later(),
        calls.lost(Phase.LATER),
        calls.failedBefore(),
        diverged,
        audit,
        calls.losses().stream().limit(REASONS).map(Loss::toString).toList(),
        old.netctl.status().getNeedless() - needless,
        met);
  }

  /**
   * Makes the pair whole again.
   *
   * @return what the audit found
   */
  private String restore(FaultRow row) throws IOException {
    if (row.settings().smallDisk()) {
      return ""; // whose journal has ended has no backup any more: this pair is not used again
    }
    if (row.expects() == FaultRow.Expects.COLD) {
      pair.startAnew();
    } else {
      pair.makeWhole();
    }
    return FaultAudit.of(pair, row.expects() == FaultRow.Expects.COLD);
  }

  /** Whether the other node speaks when nothing is taken away. */
  private static boolean expected(FaultRow row) {
    return FaultRow.all().stream()
        .filter(each -> each.fault() == row.fault() && !each.isControl())
        .anyMatch(each -> each.expects() == FaultRow.Expects.TAKEOVER);
  }

  private int behind(long first, FaultNode old) {
    Sniffer.Since since = sniffer.since(first);
    return old.isAlpha() ? since.alphaCount() : since.betaCount();
  }

  @Override
  public void close() {
    pair.close();
    lab.close();
  }
}
