package io.understudy.link.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.understudy.link.Events;
import io.understudy.link.LinkEvent;
import io.understudy.link.LinkLimits;
import io.understudy.link.LinkSettings;
import io.understudy.link.LinkUsageException;
import io.understudy.link.commit.GateMode;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.journal.JournalWriter;
import io.understudy.link.journal.Journals;
import io.understudy.link.message.Diverged;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path a;
  @TempDir Path b;
  @TempDir Path c;

  @Test
  void aBackupThatJoinsLateGetsEverythingWhileTheLogGrows() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT)) {
      primary.grow(2_000_000);
      try (Backup backup = new Backup(backupOf(primary, b))) {
        JournalHeader header = backup.link.awaitHeader(LONG);
        assertThat(header.seeds()).isEqualTo(Journals.header().seeds());
        assertThat(header.identity()).isEqualTo(new TreeMap<>(Primary.IDENTITY));
        while (primary.live < 0) {
          primary.grow(5_000);
        }
        primary.grow(1_000_000);
        same(primary, backup);
        await().until(primary.link::executedPosition, p -> p == primary.log.size());
        assertThat(primary.link.receivedPosition()).isEqualTo(primary.log.size());
        assertThat(primary.link.isProtected()).isTrue();
        await().until(() -> backup.clock, x -> x == 4711 + 815);
      }
      await().until(() -> primary.lost, l -> l.contains(CloseReason.BROKEN));
      assertThat(primary.link.isProtected()).isFalse();
    }
    assertThat(Journals.readAll(b, 0, new Events()))
        .isEqualTo(Journals.readAll(a, 0, new Events()));
  }

  @Test
  void aBackupProtectsOnceItHasExecutedWhatItWasSent() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT)) {
      primary.grow(200_000);
      CountDownLatch held = new CountDownLatch(1);
      try (Backup backup = new Backup(backupOf(primary, b), held)) {
        await().until(() -> primary.link.receivedPosition() == primary.log.size());
        await().until(() -> backup.backlog, end -> end == primary.log.size());
        await().until(() -> primary.behind, left -> left > 0);
        assertThat(primary.link.isProtected()).isFalse();
        assertThat(primary.link.isCatchingUp()).isTrue();
        assertThat(backup.clock).as("of now: nothing to a backup that is behind").isZero();
        assertThat(backup.caughtUp).isNegative();
        held.countDown();
        await().until(() -> backup.caughtUp, at -> at >= 200_000);
        assertThat(primary.link.isProtected()).isTrue();
        await().until(() -> backup.clock, x -> x == 4711 + 815);
      }
    }
  }

  @Test
  void acknowledgementsOpenTheGateAndReleasesReachTheBackup() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT);
        Backup backup = new Backup(backupOf(primary, b))) {
      await().until(() -> primary.live >= 0);
      primary.gate.commit();
      primary.grow(10_000);
      // a descriptor that is not open: the output fails for good, and that is reported as done
      primary.gate.submit(2_047, new byte[1], null, 10_000);
      await().until(primary.gate::releasedPosition, p -> p == 10_000);
      await().until(backup.link::releasedPosition, p -> p == 10_000);
      assertThat(backup.gate.releasedPosition()).isEqualTo(10_000);
    }
  }

  @Test
  void afterABreakTheLinkGoesOnWithoutGap() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT);
        Backup backup = new Backup(backupOf(primary, b))) {
      LinkSettings again =
          Primary.settings(a, primary.port(), Primary.IDENTITY, LinkLimits.DEFAULT);
      for (int i = 0; i < 3; i++) {
        primary.grow(300_000);
        await().until(() -> primary.live >= 0);
        primary.link.close();
        primary.grow(200_000);
        primary.listen(again);
      }
      same(primary, backup);
      assertThat(backup.lost).hasSize(3);
    }
  }

  @Test
  void aBackupStartedAgainReadsItsOwnJournalFirst() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT)) {
      primary.grow(700_000);
      try (Backup backup = new Backup(backupOf(primary, b))) {
        same(primary, backup);
      }
      await().until(() -> !primary.lost.isEmpty());
      primary.grow(100_000);
      try (Backup backup = new Backup(backupOf(primary, b))) {
        same(primary, backup);
        assertThat(primary.events.messages())
            .contains("a backup has joined and is fed from position 700000");
      }
    }
  }

  @Test
  void aSecondBackupIsRefusedByName() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT);
        Backup first = new Backup(backupOf(primary, b))) {
      first.link.awaitHeader(LONG);
      try (Backup second = new Backup(backupOf(primary, c))) {
        assertThatThrownBy(() -> second.link.awaitHeader(LONG))
            .isInstanceOf(LinkRefusedException.class)
            .hasMessageContaining("backup differs: primary has one already, backup a second one")
            .hasMessageContaining("stop the other first");
      }
      primary.grow(1000);
      same(primary, first);
    }
  }

  @Test
  void eachDifferenceIsNamed() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT)) {
      Map<String, String> other = Map.of("jdk.build", "25.0.3+9", "agent", "abc", "flags", "-XX:x");
      LinkSettings settings = Primary.settings(b, primary.port(), other, LinkLimits.DEFAULT);
      try (Backup backup = new Backup(settings)) {
        assertThatThrownBy(() -> backup.link.awaitHeader(LONG))
            .hasMessageContaining(
                "jdk.build differs: primary 17.0.15+6, backup 25.0.3+9; make jdk.build the same")
            .hasMessageContaining("flags differs: primary (none), backup -XX:x")
            .hasMessageNotContaining("agent differs");
        assertThat(backup.refusals).hasSize(1);
      }
      await().until(() -> primary.link.counters().closed(CloseReason.REFUSED), n -> n == 1);
    }
  }

  @Test
  void theLogOfAnotherRunIsRefusedByName() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT)) {
      primary.grow(1000);
      try (Backup backup = new Backup(backupOf(primary, b))) {
        same(primary, backup);
      }
    }
    try (JournalSink other =
            new JournalSink(
                JournalWriter.create(
                    c, JournalHeader.genesis("pair-1", Map.of(), new long[] {9}), 1 << 20),
                1 << 20,
                new Events());
        Primary primary =
            new Primary(
                Primary.settings(c, 0, Primary.IDENTITY, LinkLimits.DEFAULT),
                other,
                GateMode.ALONE);
        Backup backup = new Backup(backupOf(primary, b))) {
      assertThatThrownBy(() -> backup.link.awaitHeader(LONG))
          .hasMessageContaining("log differs")
          .hasMessageContaining("empty the backup's journal directory");
    }
  }

  @Test
  void aBackupOfAQuietServiceIsNotTakenForASlowOne() throws Exception {
    try (Primary primary = new Primary(a, Primary.IMPATIENT);
        Backup backup = new Backup(backupOf(primary, b))) {
      await().until(() -> primary.live >= 0);
      for (int i = 0; i < 3; i++) {
        Thread.sleep(900); // longer than a slow backup may take
        primary.grow(1_000);
        same(primary, backup);
      }
      assertThat(primary.lost).isEmpty();
    }
  }

  @Test
  void aBackupThatDoesNotKeepUpSlowsItsPrimaryAndIsThenDeclaredLost() throws Exception {
    LinkLimits tight = Primary.IMPATIENT;
    try (Primary primary = new Primary(a, tight);
        RawPeer stuck = RawPeer.connect(primary.port())) {
      stuck.greet(Primary.IDENTITY);
      await().until(() -> primary.saw(LinkEvent.Kind.BACKUP_FED));
      boolean paused = false;
      while (primary.lost.isEmpty()) {
        if (primary.link.hasRoom()) {
          primary.grow(100_000);
        } else {
          paused = true;
          Thread.onSpinWait();
        }
      }
      assertThat(paused).isTrue();
      assertThat(primary.lost).containsExactly(CloseReason.TOO_SLOW);
      await().until(primary.link::hasRoom);
      try (Backup next = new Backup(backupOf(primary, b))) {
        same(primary, next);
      }
    }
  }

  @Test
  void promotionEndsTheLogAndTheSurvivorGoesOnInTheNextEpoch() throws Exception {
    byte[] common;
    try (Primary old = new Primary(a, LinkLimits.DEFAULT)) {
      try (Backup backup = new Backup(backupOf(old, b))) {
        old.grow(400_000);
        same(old, backup);
        common = old.log.toByteArray();
        JournalSink sink = backup.link.promote(2, own -> {});
        await().until(() -> backup.ended);
        assertThat(backup.link.lastReceivedPosition()).isEqualTo(400_000);
        old.grow(30_000); // never committed: the old primary does not know yet
        try (Primary survivor =
            new Primary(
                Primary.settings(b, 0, Primary.IDENTITY, LinkLimits.DEFAULT),
                sink,
                GateMode.ALONE)) {
          survivor.log.writeBytes(common);
          survivor.grow(50_000);
          old.stop();
          try (Backup returned = new Backup(backupOf(survivor, a))) {
            same(survivor, returned);
            assertThat(returned.events.kinds()).contains(LinkEvent.Kind.SET_ASIDE);
            survivor.grow(10_000);
            same(survivor, returned);
            assertThat(returned.link.awaitHeader(LONG).seeds())
                .isEqualTo(Journals.header().seeds());
          }
          assertThat(Journals.readAll(a, 0, new Events())).isEqualTo(survivor.log.toByteArray());
        }
      }
    }
  }

  @Test
  void aDivergedBackupLeavesAndSaysWhy() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT);
        Backup backup = new Backup(backupOf(primary, b))) {
      await().until(() -> primary.live >= 0);
      backup.link.diverged(
          Diverged.newBuilder().setPosition(17).setReport("expected NANOS, got CALL").build());
      await().until(() -> primary.lost, l -> l.contains(CloseReason.DIVERGED));
      assertThat(primary.diverged).containsExactly("17: expected NANOS, got CALL");
      await().until(() -> backup.ended);
    }
  }

  @Test
  void aFarewellComesBehindTheLog() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT);
        Backup backup = new Backup(backupOf(primary, b))) {
      await().until(() -> primary.live >= 0);
      primary.grow(600_000);
      assertThat(primary.link.farewell("stopped", 3, LONG)).isTrue();
      await().until(() -> backup.farewells, f -> f.contains("stopped 3"));
      assertThat(backup.link.lastReceivedPosition()).isEqualTo(600_000);
    }
  }

  @Test
  void cleartextBeyondLoopbackNeedsTheOperatorsWord() {
    LinkSettings open =
        new LinkSettings(
            "pair-1",
            new InetSocketAddress("0.0.0.0", 7400),
            false,
            a,
            new TreeMap<>(),
            LinkLimits.DEFAULT);
    assertThatThrownBy(() -> new BackupLink(open, null, () -> 0, null, new Events()))
        .isInstanceOf(LinkUsageException.class)
        .hasMessageContaining("peer=0.0.0.0:7400 is not a loopback address")
        .hasMessageContaining("insecure=true");
  }

  @Test
  void anUnreachablePrimaryIsReportedOnceAndTriedAgain() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    LinkSettings nobody = Primary.settings(b, port, Primary.IDENTITY, LinkLimits.DEFAULT);
    try (Backup backup = new Backup(nobody)) {
      assertThatThrownBy(() -> backup.link.awaitHeader(Duration.ofMillis(500)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no primary answered at peer=")
          .hasMessageContaining("start the primary, or check the address");
      assertThat(backup.events.kinds()).containsExactly(LinkEvent.Kind.PEER_UNREACHABLE);
      LinkSettings late = Primary.settings(a, port, Primary.IDENTITY, LinkLimits.DEFAULT);
      try (Primary primary = new Primary(late, Primary.sink(a), GateMode.ALONE)) {
        primary.grow(10);
        same(primary, backup);
      }
    }
  }

  private static LinkSettings backupOf(Primary primary, Path directory) {
    return Primary.settings(directory, primary.port(), Primary.IDENTITY, LinkLimits.DEFAULT);
  }

  private static void same(Primary primary, Backup backup) {
    byte[] expected = primary.log.toByteArray();
    await().atMost(LONG).until(backup::executed, n -> n >= expected.length);
    assertThat(new String(backup.log(), StandardCharsets.ISO_8859_1))
        .isEqualTo(new String(expected, StandardCharsets.ISO_8859_1));
  }

  /** Were it to close first, TCP could reset the connection and take what was not read with it. */
  @Test
  void aPrimaryThatTakesLeaveLetsItsBackupCloseTheConnection() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT)) {
      CompletableFuture<Boolean> told;
      try (RawPeer peer = RawPeer.connect(primary.port())) {
        peer.greet(Primary.IDENTITY);
        await().until(() -> primary.saw(LinkEvent.Kind.BACKUP_FED));
        told = CompletableFuture.supplyAsync(() -> primary.link.farewell("stopped", 0, LONG));
        Thread.sleep(300);
        assertThat(told).isNotDone();
      }
      assertThat(told.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }
}
