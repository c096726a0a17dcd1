package io.understudy.link.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.understudy.link.Events;
import io.understudy.link.LinkLimits;
import io.understudy.link.LinkSettings;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.journal.Journals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class KilledPrimaryTest {
  @TempDir Path a;
  @TempDir Path b;

  @RepeatedTest(3)
  void theBackupHoldsWholeRecordsAndEveryAcknowledgedByte() throws Exception {
    Path acknowledgedFile = b.resolve("acknowledged");
    Path journal = b.resolve("journal");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ForkedPrimary.class.getName(),
                a.toString(),
                acknowledgedFile.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      LinkSettings settings =
          Primary.settings(journal, port(process), Primary.IDENTITY, LinkLimits.DEFAULT);
      try (Backup backup = new Backup(settings)) {
        await().until(() -> acknowledged(acknowledgedFile), n -> n > 1_000_000);
        process.destroyForcibly().waitFor();
        await().until(() -> backup.lost, l -> l.equals(List.of(CloseReason.BROKEN)));
        await().until(() -> backup.gone, g -> g.size() == 1);
        try (JournalSink sink = backup.link.promote(2, own -> {})) {
          await().until(() -> backup.ended);
          assertThat(sink.position()).isEqualTo(backup.link.lastReceivedPosition());
        }
        byte[] got = backup.log();
        assertThat(acknowledged(acknowledgedFile))
            .isGreaterThan(1_000_000)
            .isLessThanOrEqualTo(got.length);
        wholeRecords(got);
        assertThat(Arrays.equals(Journals.readAll(journal, 0, new Events()), got)).isTrue();
        byte[] primarys = Journals.readAll(a, 0, new Events());
        int common = Math.min(primarys.length, got.length);
        assertThat(Arrays.equals(primarys, 0, common, got, 0, common)).isTrue();
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static int port(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    return Integer.parseInt(out.readLine());
  }

  private static long acknowledged(Path file) throws IOException {
    byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    return bytes.length < Long.BYTES ? 0 : ByteBuffer.wrap(bytes).getLong();
  }

  private static void wholeRecords(byte[] log) {
    ByteBuffer in = ByteBuffer.wrap(log);
    while (in.hasRemaining()) {
      byte[] record = ForkedPrimary.record(in.getShort(in.position()));
      byte[] got = new byte[record.length];
      in.get(got);
      assertThat(Arrays.equals(got, record)).isTrue();
    }
  }
}
