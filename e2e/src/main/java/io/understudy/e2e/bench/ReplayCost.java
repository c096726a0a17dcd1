package io.understudy.e2e.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One round of {@link ReplayBench}.
 *
 * @param calls calls that each live server handled
 * @param bareSeconds processor time of the bare server, from its start
 * @param recordedSeconds of the one that recorded
 * @param replayedSeconds of the replay of its journal
 * @param logBytes log of all calls and the start
 * @param fileBytes the journal's files, compressed
 */
record ReplayCost(
    int calls,
    double bareSeconds,
    double recordedSeconds,
    double replayedSeconds,
    long logBytes,
    long fileBytes) {

  static String table(String server, int jdk, List<ReplayCost> costs) {
    Median byBare = median(costs, c -> c.bareSeconds / c.replayedSeconds);
    Median byRecorded = median(costs, c -> c.recordedSeconds / c.replayedSeconds);
    return "| server | JDK | calls | rounds | bare, s | recorded, s | replayed, s | bare / replayed"
        + " | recorded / replayed | log per call, bytes | in the files |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|\n"
        + String.format(
            Locale.ROOT,
            "| %s | %d | %d | %d | %.2f | %.2f | %.2f | %.2f (%.2f … %.2f) | %.2f (%.2f … %.2f) |"
                + " %.0f | %.0f |%n",
            server,
            jdk,
            costs.get(0).calls,
            costs.size(),
            median(costs, ReplayCost::bareSeconds).value(),
            median(costs, ReplayCost::recordedSeconds).value(),
            median(costs, ReplayCost::replayedSeconds).value(),
            byBare.value(),
            byBare.low(),
            byBare.high(),
            byRecorded.value(),
            byRecorded.low(),
            byRecorded.high(),
            median(costs, c -> (double) c.logBytes / c.calls).value(),
            median(costs, c -> (double) c.fileBytes / c.calls).value());
  }

  private static Median median(List<ReplayCost> costs, ToDoubleFunction<ReplayCost> of) {
    return Median.of(costs.stream().map(of::applyAsDouble).toList());
  }
}
