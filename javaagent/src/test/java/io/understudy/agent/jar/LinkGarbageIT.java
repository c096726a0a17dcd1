package io.understudy.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import io.understudy.testkit.RunningJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers at the link's port, before a backup has joined and while one follows. */
class LinkGarbageIT {
  private static final int STRANGERS = 60;
  private static final byte[] HTTP = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path directory;
  private int asked;

  @Test
  void theServerGoesOnTheyAreCountedAndTheJournalIsWhole() throws Exception {
    Path application = Application.jar(directory.resolve("app.jar"), "1");
    int port = Product.freePort();
    Path home = directory.resolve("primary");
    try (RunningJvm primary =
            Product.server(home, application, "role=primary,journal=j,listen=127.0.0.1:" + port)
                .start("primary");
        Caller caller = new Caller(primary)) {
      disturb(port, caller);
      primary.await("(refused connections so far: 10)", LIMIT);
      try (RunningJvm backup =
          Product.server(
                  directory.resolve("backup"),
                  application,
                  "role=backup,journal=j,peer=127.0.0.1:" + port)
              .start("backup")) {
        primary.await("protected: the backup follows", LIMIT);
        disturb(port, caller);
        primary.await("(refused connections so far: 100)", LIMIT);
        assertThat(caller.ask("end")).isEqualTo((asked + 1) + " end");
        Ended served = primary.finish(60);
        Ended followed = backup.finish(60);
        assertThat(served.exit()).as(served.err()).isZero();
        assertThat(served.err()).contains("CONNECTION_REFUSED: closed a connection: ");
        assertThat(served.err().lines().count()).isLessThan(40);
        assertThat(followed.err()).contains(" records, 0 divergences");
        assertThat(followed.hash()).isEqualTo(served.hash()).startsWith("HASH ");
      }
    }
    verified(home);
    verified(directory.resolve("backup"));
    Ended replayed = Product.server(home, application, "role=replay,journal=j").run("replay");
    assertThat(replayed.exit()).as(replayed.err()).isZero();
    assertThat(replayed.err()).contains(" records, 0 divergences");
  }

  private void disturb(int port, Caller caller) throws IOException {
    for (int i = 0; i < STRANGERS; i++) {
      stranger(port, i);
      asked++;
      assertThat(caller.ask("q")).isEqualTo(asked + " q");
    }
  }

  /** Says something foreign and stays until the primary hangs up. */
  private static void stranger(int port, int seed) throws IOException {
    byte[] noise = new byte[200];
    new Random(seed).nextBytes(noise);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) LIMIT.toMillis());
      socket.getOutputStream().write(seed % 2 == 0 ? HTTP : noise);
      socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    } catch (java.net.SocketException closedMeanwhile) {
      // the primary closes at the first wrong byte; the rest may meet a closed port
    }
  }

  private static void verified(Path home) throws InterruptedException {
    Ended verified = Product.tool(home, "journal", "verify", "j");
    assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
    assertThat(verified.out()).contains("good: ");
  }
}
