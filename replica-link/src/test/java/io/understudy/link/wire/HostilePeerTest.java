package io.understudy.link.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.understudy.link.LinkEvent;
import io.understudy.link.LinkLimits;
import io.understudy.link.LinkSettings;
import io.understudy.link.journal.Journals;
import io.understudy.link.message.Clocks;
import io.understudy.link.message.EpochStart;
import io.understudy.link.message.Header;
import io.understudy.link.message.LinkMessage;
import io.understudy.link.message.Position;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever reaches the port: a clean close with a counted reason, and the next backup may join. */
class HostilePeerTest {
  private static final LinkLimits IMPATIENT =
      new LinkLimits(
          1 << 20,
          1 << 20,
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          Duration.ofMillis(100),
          Duration.ofMillis(10),
          Duration.ofMillis(1),
          Duration.ofMillis(1),
          Duration.ofMillis(4),
          Duration.ofMillis(100));

  /** What a bad peer says after it has connected. */
  private interface Speech {
    void to(RawPeer peer) throws IOException;
  }

  @TempDir Path a;
  @TempDir Path b;

  @Test
  void garbageOnThePrimarysPort() throws Exception {
    byte[] two = {1, 2};
    LinkMessage position =
        LinkMessage.newBuilder().setPosition(Position.newBuilder().setReceived(9)).build();
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT)) {
      refused(primary, CloseReason.BAD_PREAMBLE, p -> p.write(ascii("GET / HTTP/1.1\r\n\r\n")));
      refused(primary, CloseReason.BAD_PREAMBLE, p -> p.write(ascii("UNDSX")));
      refused(primary, CloseReason.FRAME_TOO_LONG, p -> framed(p, Integer.MAX_VALUE, 1, two));
      refused(primary, CloseReason.FRAME_TOO_LONG, p -> framed(p, -1, 1, two));
      refused(primary, CloseReason.BAD_FRAME, p -> framed(p, 0, 1, two));
      refused(primary, CloseReason.BAD_FRAME, p -> framed(p, 3, 9, two));
      refused(primary, CloseReason.BAD_FRAME, p -> framed(p, 3, FrameFormat.LOG, two));
      refused(primary, CloseReason.BAD_MESSAGE, p -> framed(p, 3, 1, new byte[] {10, 99}));
      refused(primary, CloseReason.UNEXPECTED_MESSAGE, p -> framed(p, 1, 1, new byte[0]));
      refused(primary, CloseReason.UNEXPECTED_MESSAGE, p -> said(p, position));
      refused(primary, CloseReason.BAD_CHECKSUM, p -> framed(p, 15, 2, log(0, 77, two)));
      refused(
          primary, CloseReason.UNEXPECTED_MESSAGE, p -> framed(p, 15, 2, log(0, crc(two), two)));
      refused(
          primary,
          CloseReason.UNEXPECTED_MESSAGE,
          p -> {
            p.greet(Primary.IDENTITY);
            p.send(RawPeer.hello(Primary.IDENTITY));
          });
      joins(primary);
    }
  }

  @Test
  void halfAFrameAndNothingAtAllTimeOut() throws Exception {
    try (Primary primary = new Primary(a, IMPATIENT)) {
      refused(primary, CloseReason.HANDSHAKE_TIMEOUT, p -> framed(p, 100, 1, new byte[50]));
      refused(primary, CloseReason.HANDSHAKE_TIMEOUT, p -> p.write(new byte[0]));
      joins(primary);
    }
  }

  @Test
  void aCrowdOfStrangersIsBounded() throws Exception {
    try (Primary primary = new Primary(a, LinkLimits.DEFAULT)) {
      List<RawPeer> crowd = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        crowd.add(RawPeer.connect(primary.port()));
      }
      await().until(() -> primary.link.counters().closed(CloseReason.TOO_MANY), n -> n == 24);
      for (RawPeer peer : crowd) {
        peer.close();
      }
      joins(primary);
    }
  }

  @Test
  void randomBytesBehindTheGreetingNeverHangOrBreakThePrimary() throws Exception {
    try (Primary primary = new Primary(a, IMPATIENT)) {
      for (int seed = 0; seed < 100; seed++) {
        Random random = new Random(seed);
        byte[] noise = new byte[1 + random.nextInt(400)];
        random.nextBytes(noise);
        try (RawPeer peer = RawPeer.connect(primary.port())) {
          peer.preamble();
          peer.write(noise);
          peer.awaitClose();
        }
      }
      joins(primary);
    }
  }

  @Test
  void aBackupTakesNoLogWithAGapAndNoticesSilence() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      LinkSettings settings =
          Primary.settings(b, server.getLocalPort(), Primary.IDENTITY, IMPATIENT);
      try (Backup backup = new Backup(settings)) {
        byte[] two = {1, 2};
        try (RawPeer peer = new RawPeer(server.accept())) {
          peer.write(ascii("SSH-2.0-OpenSSH_9.2\r\n"));
          peer.awaitClose();
        }
        try (RawPeer peer = new RawPeer(server.accept())) {
          said(peer, header());
          peer.frame(15, FrameFormat.LOG, log(0, crc(two), two));
          await().until(backup::executed, n -> n == 2);
          peer.frame(15, FrameFormat.LOG, log(7, crc(two), two));
          peer.awaitClose();
        }
        await().until(() -> backup.lost, l -> l.equals(List.of(CloseReason.LOG_GAP)));
        assertThat(backup.link.counters().closed(CloseReason.BAD_PREAMBLE)).isEqualTo(1);
        assertThat(backup.link.counters().closed(CloseReason.LOG_GAP)).isEqualTo(1);
        try (RawPeer peer = new RawPeer(server.accept())) {
          said(
              peer,
              header().toBuilder()
                  .setHeader(header().getHeader().toBuilder().setResume(2))
                  .build());
          peer.send(LinkMessage.newBuilder().setClocks(Clocks.newBuilder().setNanos(5)).build());
          await().until(() -> backup.silent);
          assertThat(backup.clock).isEqualTo(5);
          assertThat(backup.events.kinds()).contains(LinkEvent.Kind.PEER_SILENT);
          assertThat(backup.lost).hasSize(1);
        }
      }
    }
  }

  private static void refused(Primary primary, CloseReason reason, Speech speech)
      throws IOException {
    long before = primary.link.counters().closed(reason);
    try (RawPeer peer = RawPeer.connect(primary.port())) {
      try {
        speech.to(peer);
      } catch (SocketException closedMeanwhile) {
        // The primary closes at the first wrong byte, the rest of the speech may meet a closed
        // port.
      }
      peer.awaitClose();
    }
    await().until(() -> primary.link.counters().closed(reason), n -> n == before + 1);
  }

  private void joins(Primary primary) throws Exception {
    primary.grow(1000);
    LinkSettings settings =
        Primary.settings(b, primary.port(), Primary.IDENTITY, LinkLimits.DEFAULT);
    try (Backup backup = new Backup(settings)) {
      await().until(backup::executed, n -> n == 1000);
    }
  }

  private static LinkMessage header() {
    return LinkMessage.newBuilder()
        .setHeader(
            Header.newBuilder()
                .setCluster("pair-1")
                .putAllIdentity(Map.copyOf(Journals.header().identity()))
                .addSeeds(4)
                .addEpochs(EpochStart.newBuilder().setEpoch(1)))
        .build();
  }

  private static void framed(RawPeer peer, int length, int type, byte[] content)
      throws IOException {
    peer.preamble();
    peer.frame(length, type, content);
  }

  private static void said(RawPeer peer, LinkMessage message) throws IOException {
    peer.preamble();
    peer.send(message);
  }

  private static byte[] log(long position, int checksum, byte[] records) {
    return ByteBuffer.allocate(12 + records.length)
        .putLong(position)
        .putInt(checksum)
        .put(records)
        .array();
  }

  private static int crc(byte[] records) {
    return FrameFormat.checksum(records, 0, records.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
