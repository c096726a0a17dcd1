package io.understudy.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.testkit.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent needs of its surroundings and does not find: the server is not started. */
class BadPlaceIT {
  @TempDir Path directory;

  private Ended start(String options) throws Exception {
    return Product.agent(directory, options).arguments("-cp", ".", "NeverReached").run("start");
  }

  private static void refused(Ended ended, int code, String... message) {
    assertThat(ended.exit()).as(ended.err()).isEqualTo(code);
    assertThat(ended.err()).contains(message).doesNotContain("NeverReached", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "primary,listen=127.0.0.1:9", "backup,peer=127.0.0.1:9"})
  void aJournalThatCannotBeWritten(String role) throws Exception {
    Files.writeString(directory.resolve("file"), "here no directory can be made");
    refused(
        start("role=" + role + ",journal=file/journal"),
        73,
        "the journal in " + directory.resolve("file/journal") + " cannot be opened",
        "Check the directory, its owner and the free space.");
  }

  @Test
  void aJournalThatHoldsAnotherLog() throws Exception {
    String options = "role=record,journal=j";
    Ended first = start(options);
    assertThat(first.err()).contains("NeverReached");
    byte[] before = segment(directory.resolve("j"));
    refused(start(options), 73, "already holds a log", "give an empty directory");
    assertThat(segment(directory.resolve("j"))).isEqualTo(before);
  }

  private static byte[] segment(Path journal) throws IOException {
    try (var files = Files.list(journal)) {
      Path only = files.filter(f -> f.toString().endsWith(".log")).findFirst().orElseThrow();
      return Files.readAllBytes(only);
    }
  }

  @Test
  void nobodyIsAtThePeersAddress() throws Exception {
    String peer = "127.0.0.1:" + Product.freePort();
    refused(
        start("role=backup,journal=j,wait=2,peer=" + peer),
        69,
        "PEER_UNREACHABLE: the primary cannot be reached",
        "no primary answered at peer=" + peer + " within 2000 ms",
        "start the primary, or check the address");
  }

  @Test
  void whoeverIsAtThePeersAddressSaysNothing() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String peer = "127.0.0.1:" + mute.getLocalPort();
      refused(
          start("role=backup,journal=j,wait=2,peer=" + peer),
          69,
          "no primary answered at peer=" + peer);
    }
  }

  @Test
  void theListeningPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String listen = "127.0.0.1:" + taken.getLocalPort();
      refused(
          start("role=primary,journal=j,listen=" + listen),
          69,
          "cannot listen at listen=" + listen,
          "free the port or give another");
    }
  }

  @Test
  void noNetctlAtTheSocket() throws Exception {
    refused(
        start("role=primary,journal=j,netctl=absent.sock,listen=127.0.0.1:" + Product.freePort()),
        69,
        "netctl does not answer at absent.sock",
        "Start netctl on this node first, or check netctl=");
  }
}
