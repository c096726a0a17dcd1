package io.understudy.link.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.understudy.engine.log.LogSource;
import io.understudy.link.journal.ChunkQueue;
import io.understudy.link.journal.Journals;
import io.understudy.link.message.LinkMessage;
import io.understudy.link.message.Released;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real sockets with little room, so that frames are broken off in the middle. */
class BackupWriterTest implements BackupWriter.Speech {
  private static final int ROOM = 4096;

  private final ChunkQueue queue = new ChunkQueue();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private SocketChannel socket;
  private Socket peer;
  private BackupWriter writer;
  private long told;

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocket server = new ServerSocket()) {
      server.setReceiveBufferSize(ROOM);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      socket = SocketChannel.open();
      socket.setOption(StandardSocketOptions.SO_SNDBUF, ROOM);
      socket.connect(server.getLocalSocketAddress());
      peer = server.accept();
    }
    writer = new BackupWriter(new LinkChannel(null, socket), 0, this, failure::set);
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    peer.close();
  }

  @Override
  public LogSource.Chunk next() {
    return queue.poll();
  }

  @Override
  public void control(long sent, ByteBuffer out) {
    byte[] frame = FrameFormat.controlBytes(released(sent));
    if (sent > told && out.remaining() >= frame.length) {
      told = sent;
      out.put(frame);
    }
  }

  @Test
  void manyThreadsWriteOneOrderedLog() throws Exception {
    byte[] log = Journals.random(new Random(5), 3_000_000);
    Random random = new Random(6);
    CountDownLatch done = new CountDownLatch(1);
    List<Thread> helpers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      helpers.add(
          new Thread(
              () -> {
                while (done.getCount() > 0) {
                  writer.run(10_000);
                }
              }));
    }
    Thread turn =
        new Thread(
            () -> {
              for (int from = 0; from < log.length; ) {
                int to = Math.min(log.length, from + 1 + random.nextInt(random.nextInt(200_000)));
                queue.add(new LogSource.Chunk(log, from, to, from));
                writer.run(10_000);
                from = to;
              }
            });
    helpers.forEach(Thread::start);
    turn.start();
    List<Object> frames = read(log.length);
    done.countDown();
    turn.join();
    for (Thread helper : helpers) {
      helper.join();
    }
    assertThat(log(frames)).isEqualTo(log);
    assertThat(frames.stream().filter(LinkMessage.class::isInstance)).isNotEmpty();
    assertThat(failure).hasNullValue();
  }

  @Test
  void theRestOfABrokenOffFrameIsHandedBack() throws IOException {
    byte[] log = Journals.random(new Random(7), 9_000_000);
    queue.add(new LogSource.Chunk(log, 0, log.length, 0));
    assertThat(writer.run(Integer.MAX_VALUE)).as("the socket is full").isTrue();
    byte[] rest = writer.end();
    assertThat(writer.run(Integer.MAX_VALUE)).isFalse();
    socket.configureBlocking(true);
    Thread sender =
        new Thread(
            () -> {
              try {
                socket.write(ByteBuffer.wrap(rest));
                socket.write(ByteBuffer.wrap(FrameFormat.controlBytes(released(9))));
              } catch (IOException e) {
                failure.set(e);
              }
            });
    sender.start();
    List<Object> frames = read(log.length);
    assertThat(log(frames)).isEqualTo(log);
    assertThat(failure).hasNullValue();
  }

  @Test
  void aGapIsAFault() {
    queue.add(new LogSource.Chunk(new byte[9], 0, 9, 0));
    queue.add(new LogSource.Chunk(new byte[9], 0, 9, 10));
    writer.run(Integer.MAX_VALUE);
    assertThat(failure.get()).hasMessage("the log goes on at 10, not at 9");
    assertThat(writer.end()).isEmpty();
  }

  @Test
  void aClosedConnectionIsToldOnceAndStopsTheWriting() throws IOException {
    socket.close();
    queue.add(new LogSource.Chunk(new byte[9], 0, 9, 0));
    assertThat(writer.run(Integer.MAX_VALUE)).isFalse();
    assertThat(failure.getAndSet(null)).isInstanceOf(IOException.class);
    assertThat(writer.run(Integer.MAX_VALUE)).isFalse();
    assertThat(failure).hasNullValue();
  }

  /** Reads frames until they hold so much of the log, and a control frame. */
  private List<Object> read(int bytes) throws IOException {
    FrameDecoder decoder = new FrameDecoder();
    decoder.admitted();
    EmbeddedChannel channel = new EmbeddedChannel(decoder);
    channel.writeInbound(FrameFormat.preamble());
    List<Object> frames = new ArrayList<>();
    InputStream in = peer.getInputStream();
    byte[] buffer = new byte[10_000];
    long seen = 0;
    while (seen < bytes || !(frames.get(frames.size() - 1) instanceof LinkMessage)) {
      int n = in.read(buffer);
      assertThat(n).isPositive();
      channel.writeInbound(Unpooled.copiedBuffer(buffer, 0, n));
      for (Object o = channel.readInbound(); o != null; o = channel.readInbound()) {
        frames.add(o);
        seen += o instanceof LogSource.Chunk c ? c.to - c.from : 0;
      }
    }
    return frames;
  }

  private static byte[] log(List<Object> frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object frame : frames) {
      if (frame instanceof LogSource.Chunk c) {
        assertThat(c.position).isEqualTo(out.size());
        out.write(c.data, c.from, c.to - c.from);
      }
    }
    return out.toByteArray();
  }

  private static LinkMessage released(long position) {
    return LinkMessage.newBuilder()
        .setReleased(Released.newBuilder().setPosition(position))
        .build();
  }
}
