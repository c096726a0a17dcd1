package io.understudy.link.control;

import io.understudy.link.message.ControlFrame;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * One connection to or from netctl: frames of a 32-bit big-endian length and a {@link
 * ControlFrame}.
 *
 * <p>One thread reads; any thread writes. The channel is used directly because the streams of
 * {@code java.nio.channels.Channels} hold one lock for reading and writing on JDK 17, so that a
 * waiting reader would block every writer.
 */
public final class ControlChannel implements AutoCloseable {
  /** Longest frame accepted, in bytes. A status with all its events is about 10 kB. */
  public static final int MAX_FRAME = 1 << 20;

  /** What both sides put into their first frame. */
  public static final int PROTOCOL = 1;

  private final SocketChannel channel;
  private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
  private final Object writing = new Object();

  /**
   * @param channel connected and blocking; owned from now on
   */
  public ControlChannel(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Connects to netctl.
   *
   * @throws IOException if nobody listens there, or access is denied
   */
  public static ControlChannel connect(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
      return new ControlChannel(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Waits for the next frame.
   *
   * @return the frame, or null at an orderly end between two frames
   * @throws IOException if the connection broke, or what came is no frame
   */
  public ControlFrame read() throws IOException {
    length.clear();
    if (!fill(length)) {
      return null;
    }
    int size = length.getInt(0);
    if (size < 0 || size > MAX_FRAME) {
      throw new IOException("frame of " + size + " bytes; at most " + MAX_FRAME + " are allowed");
    }
    ByteBuffer body = ByteBuffer.allocate(size);
    if (!fill(body)) {
      throw new EOFException("end of connection inside a frame of " + size + " bytes");
    }
    return ControlFrame.parseFrom(body.flip());
  }

  /** Sends one frame. Blocks while the receiver's buffer is full. Any thread. */
  public void write(ControlFrame frame) throws IOException {
    byte[] body = frame.toByteArray();
    ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + body.length);
    out.putInt(body.length).put(body).flip();
    synchronized (writing) {
      while (out.hasRemaining()) {
        channel.write(out);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** False if the connection ended before the first byte. */
  private boolean fill(ByteBuffer target) throws IOException {
    while (target.hasRemaining()) {
      if (channel.read(target) < 0) {
        if (target.position() == 0) {
          return false;
        }
        throw new EOFException("end of connection inside a frame");
      }
    }
    return true;
  }
}
