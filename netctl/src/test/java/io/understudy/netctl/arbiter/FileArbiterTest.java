package io.understudy.netctl.arbiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArbiterTest {
  private static final Holding ALPHA = new Holding(1, "alpha");
  private static final Holding BETA = new Holding(2, "beta");

  @TempDir private Path directory;

  @BeforeEach
  void touch() throws IOException {
    Files.createFile(directory.resolve("epoch"));
  }

  @Test
  void changesByCompareAndSetOnly() throws IOException {
    Arbiter arbiter = arbiter();
    assertThat(arbiter.read()).isEqualTo(Holding.NOBODY);
    assertThat(arbiter.swap(Holding.NOBODY, ALPHA)).isEqualTo(ALPHA);
    assertThat(arbiter.swap(Holding.NOBODY, BETA)).as("too late").isEqualTo(ALPHA);
    assertThat(arbiter().swap(ALPHA, BETA)).isEqualTo(BETA);
    assertThat(arbiter.swap(ALPHA, new Holding(2, "alpha"))).isEqualTo(BETA);
    assertThat(arbiter.read()).isEqualTo(BETA);
    assertThat(Files.readString(directory.resolve("epoch"))).isEqualTo("2 beta\n");
  }

  @Test
  void whatIsNoHoldingAllowsNothing() throws IOException {
    Files.writeString(directory.resolve("epoch"), "7");
    assertThatThrownBy(() -> arbiter().read()).hasMessageContaining("is no epoch with a node");
    assertThatThrownBy(() -> arbiter().swap(Holding.NOBODY, ALPHA)).isInstanceOf(IOException.class);
  }

  @Test
  void storageThatIsGoneIsNoAnswer() {
    Arbiter away =
        Arbiter.of("file:" + directory.resolve("away/epoch"), "c", Duration.ofSeconds(1));
    assertThatThrownBy(away::read).hasMessageContaining("is not there");
    assertThatThrownBy(() -> away.swap(Holding.NOBODY, ALPHA)).isInstanceOf(IOException.class);
  }

  @Test
  void aHalfWrittenChangeIsNone() throws IOException {
    arbiter().swap(Holding.NOBODY, ALPHA);
    try (FileChannel next =
        FileChannel.open(
            directory.resolve("epoch.next"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(next.write(java.nio.ByteBuffer.wrap(new byte[] {'7'}))).isOne();
    }
    assertThat(arbiter().read()).isEqualTo(ALPHA);
    assertThat(arbiter().swap(ALPHA, BETA)).isEqualTo(BETA);
  }

  private Arbiter arbiter() {
    return Arbiter.of("file:" + directory.resolve("epoch"), "c", Duration.ofSeconds(1));
  }
}
