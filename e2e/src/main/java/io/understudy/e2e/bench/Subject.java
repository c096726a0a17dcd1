package io.understudy.e2e.bench;

import io.understudy.e2e.experiment.Await;
import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.e2e.sipp.Endpoint;
import io.understudy.e2e.sipp.Ramp;
import io.understudy.e2e.sipp.SippCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A running server that is measured.
 *
 * @param treatment how it runs
 * @param server the measured process
 * @param target its {@code host:port}
 */
record Subject(Treatment treatment, LabProcess server, String target) {
  private static final int CALLER_PORT = 5060;
  private static final int MARGIN_SECONDS = 20;

  /** Time for what a server does after the last answer of a call. */
  private static final Duration TAIL = Duration.ofSeconds(1);

  /**
   * What calls cost.
   *
   * @param cpuSeconds processor time of the process
   * @param failed calls that failed at the caller
   */
  record Cost(double cpuSeconds, int failed) {}

  /**
   * Makes calls to the server and waits for their end.
   *
   * @param label name of SIPp's files
   */
  Cost calls(Lab lab, String label, Path scenario, Ramp ramp, int calls, int talkMillis)
      throws IOException {
    Host host = lab.host("caller");
    int seconds = calls / Math.max(1, ramp.to()) + ramp.seconds() + MARGIN_SECONDS;
    SippCommand sipp =
        new SippCommand(scenario, Addresses.CALLER, CALLER_PORT, talkMillis, seconds);
    double before = CpuTime.seconds(server);
    LabProcess process = lab.start(host, label, sipp.caller(label, target, ramp, calls), Map.of());
    process.awaitEnd(Duration.ofSeconds(seconds));
    Await.sleep(TAIL);
    double after = CpuTime.seconds(server);
    process.kill();
    long good = new Endpoint(process, host, label).statistics().last("SuccessfulCall(C)");
    return new Cost(after - before, (int) (calls - good));
  }
}
