package io.understudy.e2e.faults;

import io.understudy.e2e.endurance.LogChain;
import io.understudy.e2e.endurance.TableDigests;
import io.understudy.e2e.experiment.Await;
import io.understudy.e2e.experiment.JournalRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What both nodes of a whole pair hold, after a run: the same log, each byte that was acknowledged,
 * with the hash of each output; and the same tables of dialogs and transactions, each second.
 */
final class FaultAudit {
  /** Digest file of the server, in its node's directory. */
  static final String DIGESTS = "tables.digest";

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** The journals are written at least each 50 ms, the digests each second. */
  private static final Duration WRITTEN = Duration.ofMillis(1_200);

  private FaultAudit() {}

  /**
   * Compares.
   *
   * @param anew whether both servers have just begun, and may not have written a digest yet
   * @return what differs; empty if nothing does
   */
  static String of(FaultPair pair, boolean anew) throws IOException {
    long position = pair.speaker.state().getAppendedPosition();
    Await.until(
        "the backup has executed the log up to " + position,
        LIMIT,
        pair.other.server,
        () -> pair.other.state().getExecutedPosition() >= position);
    Await.sleep(WRITTEN);
    LogChain ours = LogChain.of(journal(pair.speaker), position);
    LogChain theirs = LogChain.of(journal(pair.other), position);
    if (ours.end() != position || ours.firstDifference(theirs) >= 0) {
      return "of the log up to %d the speaker has %d and the backup %d bytes, which differ at %d"
          .formatted(position, ours.end(), theirs.end(), ours.firstDifference(theirs));
    }
    TableDigests tables = TableDigests.of(digests(pair.speaker), digests(pair.other));
    return anew || tables.compared() > 0
        ? tables.difference()
        : "no digest of the tables in common";
  }

  private static Path journal(FaultNode node) {
    return node.host.directory().resolve(JournalRecords.DIRECTORY);
  }

  private static Path digests(FaultNode node) {
    return node.host.directory().resolve(DIGESTS);
  }
}
