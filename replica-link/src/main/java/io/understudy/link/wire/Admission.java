package io.understudy.link.wire;

import io.understudy.link.LinkSettings;
import io.understudy.link.journal.JournalDirectory;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.message.Difference;
import io.understudy.link.message.Header;
import io.understudy.link.message.Hello;
import io.understudy.link.message.Refusal;
import io.understudy.link.message.Role;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Judges whether a node may be this primary's backup.
 *
 * @param header greeting of an admitted backup, or null
 * @param refusal why it may not, or null
 */
record Admission(Header header, Refusal refusal) {

  /**
   * Judges a greeting.
   *
   * @param end log position behind the last record of this primary
   */
  static Admission judge(Hello hello, LinkSettings settings, long end) throws IOException {
    JournalDirectory journal = new JournalDirectory(settings.journal());
    JournalHeader log = journal.lastHeader().orElseThrow(() -> new IOException("no journal"));
    LogHistory history = LogHistory.of(journal);
    Refusal refusal = kind(hello, settings);
    if (refusal == null) {
      refusal = log(hello, log, history, end);
    }
    if (refusal != null) {
      return new Admission(null, refusal);
    }
    Header.Builder header = Header.newBuilder().setCluster(log.cluster());
    header.putAllIdentity(log.identity());
    Arrays.stream(log.seeds().values()).forEach(header::addSeeds);
    header.addAllEpochs(history.messages());
    header.setResume(history.common(hello.getEpoch(), hello.getPosition()));
    return new Admission(header.build(), null);
  }

  private static Refusal kind(Hello hello, LinkSettings settings) {
    if (hello.getProtocolVersion() != FrameFormat.PROTOCOL_VERSION) {
      return Refusals.of(
          "PROTOCOL",
          "link protocol version",
          String.valueOf(FrameFormat.PROTOCOL_VERSION),
          String.valueOf(hello.getProtocolVersion()),
          "run the same release on both nodes");
    }
    if (hello.getRole() != Role.ROLE_BACKUP) {
      return Refusals.of(
          "ROLE", "role", "wants a backup", hello.getRole().name(), "start one node as backup");
    }
    if (!hello.getCluster().equals(settings.cluster())) {
      return Refusals.of(
          "CLUSTER",
          "cluster",
          settings.cluster(),
          hello.getCluster(),
          "this is another pair; check peer= or the cluster name");
    }
    List<Difference> differences =
        Refusals.differences(settings.identity(), hello.getIdentityMap());
    return differences.isEmpty() ? null : Refusals.refusal("IDENTITY", differences);
  }

  private static Refusal log(Hello hello, JournalHeader log, LogHistory history, long end) {
    if (hello.getPosition() == 0) {
      return null;
    }
    if (!Arrays.equals(hello.getLog().toByteArray(), LogHistory.mark(log))) {
      return Refusals.of(
          "LOG",
          "log",
          "of this run of the server",
          "of another run, " + hello.getPosition() + " bytes",
          "empty the backup's journal directory, or move it away, and start the backup again");
    }
    if (hello.getEpoch() > history.current()) {
      return Refusals.of(
          "EPOCH",
          "epoch",
          String.valueOf(history.current()),
          String.valueOf(hello.getEpoch()),
          "the other node has spoken since; start this primary again as its backup");
    }
    if (history.common(hello.getEpoch(), hello.getPosition()) > end) {
      return Refusals.of(
          "AHEAD",
          "log position",
          String.valueOf(end),
          String.valueOf(hello.getPosition()),
          "the backup holds records that this primary lacks; start this primary again as backup");
    }
    return null;
  }
}
