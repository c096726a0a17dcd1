package io.understudy.e2e.experiment;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One run: a lab, a service, calls that begin slowly and go on, SIGKILL in the middle of them, and
 * the judgement of every call. Nothing is paused or drained before the kill.
 */
final class Run {
  private static final int CALLER_PORT = 5060;
  private static final int ALPHA_BYTE = 1;
  private static final int BETA_BYTE = 2;

  private final Setup setup;
  private final Load load;
  private final Series series;
  private final Jdk jdk;
  private final Path directory;

  /**
   * @param directory where the run's files go; it must not exist
   */
  Run(Setup setup, Load load, Series series, Jdk jdk, Path directory) {
    this.setup = setup;
    this.load = load;
    this.series = series;
    this.jdk = jdk;
    this.directory = directory;
  }

  RunResult measure(int repetition, int attempt) throws IOException {
    Path mountPoint = new RunDirectory(directory).mountPoint();
    try (Lab lab = new Lab(directory, mountPoint)) {
      Sniffer sniffer = Sniffer.start(lab, Addresses.VIP, ALPHA_BYTE, BETA_BYTE);
      Callees callees = Callees.start(lab, load, series.retransmission());
      Callers callers = new Callers(lab, load, series.retransmission());
      Service service = service(lab);
      new WarmUp(lab, load, "warm-up").run();
      Moment begin = Moment.now();
      Endpoint caller =
          callers.start(
              "caller",
              CALLER_PORT,
              Ramp.slow(load.rate(), load.rampSeconds()),
              load.calls(),
              load.talkMillis());
      Await.sleep(Duration.ofSeconds(load.killAfterSeconds()));
      double lag = service.lagMillis();
      long failed = caller.statistics().last("FailedCall(C)");
      Moment now = Moment.now();
      long kill = service.killPrimary();
      service.takeOver();
      Await.sleep(Duration.ofSeconds(load.laterSeconds()));
      caller.process().finishCalls();
      caller.process().awaitEnd(Duration.ofSeconds(load.drainSeconds(series.retransmission())));
      Service.Facts after = service.facts();
      Sniffer.Since since = sniffer.since(kill);
      boolean spoke = since.betaFirst() != 0;
      int early = sniffer.since(begin.nanos()).betaCount() - since.betaCount();
      // a process dies some time after the signal; it must be silent once another speaks
      int late = spoke ? sniffer.since(since.betaFirst()).alphaCount() : 0;
      Gap gap =
          spoke
              ? new Gap(now.micros(kill), now.micros(since.betaFirst()))
              : Gap.endless(now.micros(kill));
      Judgement judgement = new CallJudge(caller.messages(), callees.messages(), gap).judge();
      note(judgement.losses());
      note(service, now.micros(kill), spoke ? (since.betaFirst() - kill) / 1e6 : -1);
      return new RunResult(
          series,
          load.rate(),
          repetition,
          attempt,
          judgement.finishedBefore(),
          (int) Math.max(judgement.failedBefore(), failed),
          judgement.cohortSetup(),
          judgement.cohortEstablished(),
          judgement.lost(Phase.SETUP),
          judgement.lost(Phase.ESTABLISHED),
          judgement.later(),
          judgement.lost(Phase.LATER),
          judgement.lostOutsideGap(),
          spoke ? (since.betaFirst() - kill) / 1e6 : -1,
          lag,
          after.records(),
          after.divergences(),
          late + early);
    }
  }

  private Service service(Lab lab) {
    return switch (series.availability()) {
      case NONE -> new LoneService(lab, setup, jdk);
      case ADDRESS -> new AddressService(lab, setup, jdk, new WarmUp(lab, load, "warm-up-beta"));
      case ACTIVE -> new ReplicatedService(lab, setup, jdk);
      case SHADOW -> new ReplicatedService(lab, setup, jdk, true);
    };
  }

  private void note(List<Loss> losses) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Loss loss : losses) {
      text.append(loss.callId()).append('\t').append(loss.phase()).append('\t');
      text.append(loss.inGap() ? "in the gap" : "OUTSIDE THE GAP").append('\t');
      text.append(loss.reason()).append('\n');
    }
    Files.writeString(directory.resolve("losses.txt"), text);
  }

  private void note(Service service, long killMicros, double gapMillis) throws IOException {
    String text = service.timeline(killMicros / 1_000);
    Files.writeString(
        directory.resolve("timeline.txt"),
        text + "%7.1f ms  first SIP datagram of the new node%n".formatted(gapMillis));
  }
}
