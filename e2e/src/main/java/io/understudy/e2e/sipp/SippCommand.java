package io.understudy.e2e.sipp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines for SIPp 3.6. Every SIPp is bounded: in its calls by {@code -m} and in time by
 * {@code -timeout}, and writes its short-message log and its statistics under fixed names.
 *
 * @param scenario scenario file
 * @param address own address
 * @param port own port
 * @param pauseMillis ringing time of a callee, talking time of a caller ({@code -d})
 * @param seconds after which SIPp begins no more calls in any case
 */
public record SippCommand(Path scenario, String address, int port, int pauseMillis, int seconds) {
  /** Name of the short-message log in SIPp's working directory, after its label. */
  public static final String MESSAGES = ".messages";

  /** Name of the statistics in SIPp's working directory, after its label. */
  public static final String STATISTICS = ".csv";

  /** Name of what the scenario logs in SIPp's working directory, after its label. */
  public static final String LOG = ".phases";

  private static final int MAX_CALLS = 1_000_000;
  private static final int MAX_OPEN_CALLS = 50_000;

  /** The command of a callee. */
  public List<String> callee(String label) {
    return common(label);
  }

  /**
   * The command of a caller.
   *
   * @param target {@code host:port} of the service
   * @param calls how many calls to make; 0 for as many as the rate gives
   */
  public List<String> caller(String label, String target, Ramp ramp, int calls) {
    List<String> words = common(label);
    words.addAll(List.of("-r", Integer.toString(ramp.from())));
    if (ramp.step() > 0) {
      words.addAll(List.of("-rate_increase", Integer.toString(ramp.step())));
      words.addAll(List.of("-rate_max", Integer.toString(ramp.to())));
      words.addAll(List.of("-rate_interval", "1s", "-no_rate_quit"));
    }
    words.addAll(List.of("-l", Integer.toString(MAX_OPEN_CALLS)));
    words.addAll(List.of("-m", Integer.toString(calls == 0 ? MAX_CALLS : calls)));
    words.add(target);
    return words;
  }

  private List<String> common(String label) {
    List<String> words = new ArrayList<>(List.of("sipp", "-sf", scenario.toString()));
    words.addAll(List.of("-i", address, "-p", Integer.toString(port), "-nostdin"));
    words.addAll(List.of("-trace_shortmsg", "-shortmessage_file", label + MESSAGES));
    words.addAll(List.of("-trace_stat", "-stf", label + STATISTICS, "-fd", "1"));
    words.addAll(List.of("-trace_err", "-error_file", label + ".errors"));
    words.addAll(List.of("-trace_logs", "-log_file", label + LOG));
    words.addAll(List.of("-d", Integer.toString(pauseMillis)));
    // an aborted call must not be hung up politely: it would look like one that ended well
    words.addAll(List.of("-default_behaviors", "all,-bye"));
    words.addAll(List.of("-max_socket", "2000", "-timeout", Integer.toString(seconds)));
    return words;
  }
}
