package io.understudy.link.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.understudy.link.LinkLimits;
import io.understudy.link.LinkSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that a living primary goes on without, and what is left to read at its promotion. */
class DroppedBackupTest {
  @TempDir Path a;
  @TempDir Path b;

  @Test
  void itIsToldSoAndIsNotPromoted() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT);
        Backup backup = new Backup(of(primary))) {
      await().until(() -> primary.live >= 0);
      primary.link.drop("replication has stopped");
      await().until(() -> backup.lost, l -> l.equals(List.of(CloseReason.DROPPED)));
      assertThat(primary.lost).containsExactly(CloseReason.DROPPED);
      assertThat(backup.link.promote(2, own -> {})).isNull();
      assertThat(backup.ended).isFalse();
    }
  }

  @Test
  void aBackupThatWasTooSlowIsToldSoAndJoinsAgain() throws Exception {
    try (Primary primary = new Primary(a, Primary.IMPATIENT);
        Backup backup = new Backup(of(primary))) {
      await().until(() -> primary.live >= 0);
      backup.loopMayRun = new CountDownLatch(1);
      Thread.sleep(50); // longer than the link's thread takes to ask
      primary.grow(10_000);
      await().until(() -> primary.lost, l -> l.equals(List.of(CloseReason.TOO_SLOW)));
      primary.grow(10_000);
      backup.loopMayRun.countDown();
      await().until(backup::executed, position -> position == 20_000);
      assertThat(backup.lost).containsExactly(CloseReason.DROPPED);
      assertThat(backup.gone).isEmpty();
      assertThat(backup.joined).containsExactly(0L, 10_000L);
      assertThat(backup.link.promote(2, own -> {})).isNotNull();
    }
  }

  @Test
  void whatHasComeIsReadBeforeTheLogEnds() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT);
        Backup backup = new Backup(of(primary))) {
      await().until(() -> primary.live >= 0);
      backup.loopMayRun = new CountDownLatch(1);
      Thread.sleep(50); // longer than the link's thread takes to ask
      primary.grow(20_000);
      Thread.sleep(200); // it is in the backup's socket by now
      assertThat(backup.executed()).isZero();
      var promotion = CompletableFuture.supplyAsync(() -> backup.link.promote(2, own -> {}));
      Thread.sleep(50);
      backup.loopMayRun.countDown();
      assertThat(promotion.get().position()).isEqualTo(20_000);
      await().until(() -> backup.ended);
      assertThat(backup.executed()).isEqualTo(20_000);
    }
  }

  private LinkSettings of(Primary primary) {
    return Primary.settings(b, primary.port(), Primary.IDENTITY, LinkLimits.DEFAULT);
  }
}
