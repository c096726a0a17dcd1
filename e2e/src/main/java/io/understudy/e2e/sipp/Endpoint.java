package io.understudy.e2e.sipp;

import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.LabProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A running SIPp and what it writes.
 *
 * @param process the SIPp
 * @param host where it runs
 * @param label name of its files
 */
public record Endpoint(LabProcess process, Host host, String label) {
  /** Its messages so far. */
  public List<SipEvent> messages() throws IOException {
    return ShortMessageLog.read(file(SippCommand.MESSAGES));
  }

  /**
   * Its messages so far, under the Call-IDs that the callers gave their calls. Where the service
   * gives the second leg a Call-ID of its own, the callee's log says which it was.
   */
  public List<SipEvent> messagesByCallersId() throws IOException {
    return new CallIdMap(ShortMessageLog.lines(file(SippCommand.LOG))).rename(messages());
  }

  /** Its counters, at most a second old. */
  public StatisticsFile statistics() throws IOException {
    return StatisticsFile.read(file(SippCommand.STATISTICS));
  }

  private Path file(String suffix) {
    return host.directory().resolve(label + suffix);
  }
}
