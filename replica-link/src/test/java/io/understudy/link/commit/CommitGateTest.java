package io.understudy.link.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.link.Events;
import io.understudy.link.LinkEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitGateTest {
  private static final int EPIPE = 32;
  private static final int EBADF = 9;
  private static final int EMSGSIZE = 90;
  private final Events events = new Events();
  private Receiver client;
  private int fd;
  private CommitGate gate;

  @BeforeEach
  void open() throws IOException {
    client = new Receiver();
    fd = Sockets.open(Sockets.SOCK_DGRAM);
  }

  @AfterEach
  void close() {
    gate.close();
    Sockets.close(fd);
    client.close();
  }

  @Test
  void nothingLeavesBeforeItIsAcknowledged() throws IOException {
    start(GateMode.COMMIT);
    submit("one", 10);
    submit("two", 20);
    gate.acknowledged(9);
    assertThat(client.nothingWaits()).isTrue();
    gate.acknowledged(19);
    assertThat(client.next()).isEqualTo("one");
    assertThat(client.nothingWaits()).isTrue();
    released(10);
    gate.acknowledged(20);
    assertThat(client.next()).isEqualTo("two");
    released(20);
    assertThat(gate.waitingBytes()).isZero();
  }

  @Test
  void urgentDataLeavesInItsPlaceOutOfBand() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress peer = (InetSocketAddress) server.getLocalSocketAddress();
      int stream = Sockets.openTo(Sockets.SOCK_STREAM, peer);
      start(GateMode.COMMIT);
      try (Socket accepted = server.accept()) {
        accepted.setSoTimeout(10_000);
        gate.submit(stream, "ab".getBytes(StandardCharsets.UTF_8), null, 10);
        gate.urgent(stream, (byte) '!', 20);
        gate.submit(stream, "cd".getBytes(StandardCharsets.UTF_8), null, 30);
        gate.acknowledged(19);
        released(10);
        gate.acknowledged(30);
        released(30);
        // not in line: a socket that does not ask for it reads all but the urgent byte
        byte[] read = accepted.getInputStream().readNBytes(4);
        assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo("abcd");
      } finally {
        Sockets.close(stream);
      }
    }
  }

  @Test
  void aLongRunLeavesInOrderFromOneAcknowledgement() throws IOException {
    start(GateMode.COMMIT);
    for (int i = 1; i <= 100; i++) {
      submit("n" + i, i);
    }
    gate.acknowledged(100);
    for (int i = 1; i <= 100; i++) {
      assertThat(client.next()).isEqualTo("n" + i);
    }
  }

  @Test
  void aloneAndWithoutCommitEverythingLeavesAtOnce() throws IOException {
    for (GateMode mode : new GateMode[] {GateMode.ALONE, GateMode.NONE}) {
      start(mode);
      submit("at once", 5);
      assertThat(client.next()).isEqualTo("at once");
      gate.close();
    }
  }

  @Test
  void whatNeedNotWaitTakesNoOtherThread() throws IOException {
    start(GateMode.ALONE);
    gate.close();
    Awaitility.await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("understudy-sender")));
    submit("one", 10);
    assertThat(gate.releasedPosition()).isEqualTo(10);
    assertThat(client.next()).isEqualTo("one");
  }

  @Test
  void aPrimaryThatLostItsBackupIsMuteUntilItStandsAlone() throws IOException {
    start(GateMode.ALONE);
    gate.commit();
    submit("late", 5);
    assertThat(client.nothingWaits()).isTrue();
    gate.alone();
    assertThat(client.next()).isEqualTo("late");
    assertThatThrownBy(gate::promote).hasMessage("the output gate cannot go from ALONE to ALONE");
  }

  @Test
  void aBackupForgetsWhatWasReleasedAndSendsTheRestAtPromotion() throws IOException {
    start(GateMode.HOLDING);
    gate.released(10);
    submit("a", 10);
    submit("b", 20);
    submit("c", 30);
    submit("d", 40);
    gate.released(25);
    gate.acknowledged(100);
    assertThat(client.nothingWaits()).isTrue();
    gate.promote();
    assertThat(client.next()).isEqualTo("c");
    assertThat(client.next()).isEqualTo("d");
    submit("e", 50);
    assertThat(client.next()).isEqualTo("e");
    released(50);
    assertThat(gate.resent()).isEqualTo(2);
  }

  @Test
  void aNumberUsedAgainIsAnotherSocket() throws IOException {
    start(GateMode.COMMIT);
    long before = duplicates();
    try (Receiver other = new Receiver()) {
      Sockets.close(fd);
      fd = Sockets.openTo(Sockets.SOCK_DGRAM, client.address());
      gate.submit(fd, bytes("first"), null, 10);
      gate.closed(fd, 20);
      int next = Sockets.openTo(Sockets.SOCK_DGRAM, other.address());
      Sockets.check(Sockets.dup2(next, fd));
      gate.submit(fd, bytes("second"), null, 30);
      gate.acknowledged(30);
      assertThat(client.next()).isEqualTo("first");
      assertThat(other.next()).isEqualTo("second");
      gate.closed(fd, 40);
      gate.acknowledged(40);
      released(40);
      assertThat(duplicates()).isEqualTo(before);
      Sockets.close(next);
    }
  }

  @Test
  void aFullStreamWaitsAloneAndLosesNothing() throws IOException {
    start(GateMode.ALONE);
    byte[] all = new byte[16 << 20];
    new Random(1).nextBytes(all);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress peer =
          new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
      int stream = Sockets.openTo(Sockets.SOCK_STREAM, peer);
      try (Socket accepted = server.accept()) {
        int piece = 1 << 20;
        for (int i = 0; i < 16; i++) {
          byte[] part = Arrays.copyOfRange(all, i * piece, (i + 1) * piece);
          gate.submit(stream, part, null, i + 1);
        }
        gate.closed(stream, 17);
        Sockets.close(stream);
        submit("not held up", 18);
        assertThat(client.next()).isEqualTo("not held up");
        assertThat(gate.releasedPosition()).isLessThan(17);
        assertThat(accepted.getInputStream().readNBytes(all.length)).isEqualTo(all);
        assertThat(accepted.getInputStream().read()).isEqualTo(-1);
        released(18);
      }
    }
  }

  @Test
  void aStreamTakesSoMuchAndEndsBehindIt() throws IOException {
    start(GateMode.COMMIT);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int stream =
          Sockets.openTo(
              Sockets.SOCK_STREAM,
              new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
      try (Socket accepted = server.accept()) {
        int room = gate.room(stream);
        assertThat(room).isPositive();
        gate.submit(stream, new byte[room], null, 10);
        assertThat(gate.room(stream)).isZero();
        gate.shutdown(stream, 10);
        assertThat(accepted.getInputStream().available()).isZero();
        gate.acknowledged(10);
        assertThat(accepted.getInputStream().readAllBytes()).hasSize(room);
        assertThat(gate.room(stream)).isEqualTo(room);
        assertThat(gate.waitingBytes()).isZero();
      }
      gate.closed(stream, 11);
      Sockets.close(stream);
    }
  }

  @Test
  void aPeerThatTakesNothingHoldsUpNoReport() throws IOException {
    start(GateMode.ALONE);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int stream =
          Sockets.openTo(
              Sockets.SOCK_STREAM,
              new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
      assertThat(gate.room(stream)).isPositive();
      gate.submit(stream, new byte[32 << 20], null, 1); // more than any kernel keeps
      assertThat(gate.room(stream)).isZero();
      submit("datagram", 100);
      assertThat(client.next()).isEqualTo("datagram");
      released(100);
      assertThat(gate.awaitReleased(100, 1)).isFalse();
      Sockets.close(stream);
    }
  }

  @Test
  void aFailedTransmissionIsToldOnce() throws IOException {
    start(GateMode.ALONE);
    int stream = Sockets.open(Sockets.SOCK_STREAM);
    gate.submit(stream, bytes("to nobody"), null, 10);
    Awaitility.await().until(() -> gate.takeError(stream, null), e -> e == EPIPE);
    assertThat(gate.takeError(stream, null)).isZero();
    gate.closed(stream, 11);
    assertThat(gate.takeError(stream, null)).isZero();
    Sockets.close(stream);
  }

  @Test
  void anErrorIsToldToWhoSendsToTheSameReceiverAgain() throws IOException {
    start(GateMode.ALONE);
    byte[] receiver = Sockets.address(client.address());
    byte[] other = receiver.clone();
    other[3]++;
    gate.submit(fd, new byte[70_000], receiver, 10);
    released(10);
    submit("to the same receiver, unasked", 20);
    assertThat(client.next()).isEqualTo("to the same receiver, unasked");
    assertThat(gate.takeError(fd, other)).isZero();
    assertThat(gate.takeError(fd, receiver)).isEqualTo(EMSGSIZE);
    assertThat(gate.takeError(fd, receiver)).isZero();
  }

  @Test
  void aDescriptorThatCannotBeDuplicatedIsReported() {
    start(GateMode.ALONE);
    gate.submit(9_999, bytes("x"), null, 10);
    assertThat(gate.takeError(9_999, null)).isEqualTo(EBADF);
    assertThat(events.kinds()).containsExactly(LinkEvent.Kind.OUTPUT_FAILED);
    assertThat(events.messages().get(0)).contains("errno 9").contains("raise the limit");
    released(10);
  }

  @Test
  void aFullGateSaysSo() throws IOException {
    gate = new CommitGate(GateMode.COMMIT, 1000, CommitGate.DEFAULT_FLOOR, events);
    assertThat(gate.hasRoom()).isTrue();
    gate.submit(fd, new byte[1000], Sockets.address(client.address()), 10);
    assertThat(gate.hasRoom()).isFalse();
    assertThat(gate.awaitReleased(10, 1)).isFalse();
    gate.acknowledged(10);
    assertThat(gate.awaitReleased(10, 10_000_000_000L)).isTrue();
    assertThat(gate.hasRoom()).isTrue();
  }

  private void start(GateMode mode) {
    gate = new CommitGate(mode, 64 << 20, CommitGate.DEFAULT_FLOOR, events);
  }

  private void submit(String text, long position) {
    gate.submit(fd, bytes(text), Sockets.address(client.address()), position);
  }

  private void released(long position) {
    Awaitility.await().until(gate::releasedPosition, p -> p == position);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long duplicates() {
    String[] names = new java.io.File("/proc/self/fd").list();
    return Arrays.stream(names)
        .filter(n -> Integer.parseInt(n) >= CommitGate.DEFAULT_FLOOR)
        .count();
  }
}
