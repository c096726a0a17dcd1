package io.understudy.e2e.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;

/**
 * Stands between backup and primary, and changes records on their way, in a frame that is whole:
 * the checksum is that of the changed records, so that the change reaches the backup's engine.
 * Speaks the link's framing: a preamble of 8 bytes, then length (4), type (1), and of type 2
 * position (8), CRC32C (4), records.
 */
final class TamperingProxy implements AutoCloseable {
  private static final int PREAMBLE = 8;
  private static final byte LOG = 2;
  private static final int HEAD = 13;

  private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final int primary;
  private final UnaryOperator<byte[]> change;
  private volatile long changedNanos;

  /**
   * Starts at once.
   *
   * @param change gets the records of each frame; returns them, or others
   */
  TamperingProxy(int primary, UnaryOperator<byte[]> change) throws IOException {
    this.primary = primary;
    this.change = change;
    start(this::serve);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** {@link System#nanoTime} when the changed records went to the backup; 0 before. */
  long changedNanos() {
    return changedNanos;
  }

  private void serve() throws IOException {
    while (true) {
      Socket backup = listening.accept();
      Socket toPrimary = new Socket(InetAddress.getLoopbackAddress(), primary);
      start(() -> backup.getInputStream().transferTo(toPrimary.getOutputStream()), toPrimary);
      start(() -> tamper(toPrimary, backup), backup);
    }
  }

  private void tamper(Socket from, Socket to) throws IOException {
    DataInputStream in = new DataInputStream(from.getInputStream());
    DataOutputStream out = new DataOutputStream(to.getOutputStream());
    out.write(in.readNBytes(PREAMBLE));
    long shift = 0;
    while (true) {
      byte[] frame = in.readNBytes(in.readInt());
      if (frame[0] == LOG) {
        ByteBuffer head = ByteBuffer.wrap(frame);
        byte[] records = new byte[frame.length - HEAD];
        System.arraycopy(frame, HEAD, records, 0, records.length);
        byte[] changed = change.apply(records);
        frame = log(head.getLong(1) + shift, changed);
        shift += changed.length - records.length;
        if (changed != records) {
          changedNanos = System.nanoTime();
        }
      }
      out.writeInt(frame.length);
      out.write(frame);
      out.flush();
    }
  }

  private static byte[] log(long position, byte[] records) {
    CRC32C crc = new CRC32C();
    crc.update(records);
    return ByteBuffer.allocate(HEAD + records.length)
        .put(LOG)
        .putLong(position)
        .putInt((int) crc.getValue())
        .put(records)
        .array();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work, Socket... closedAfter) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException over) {
                // one of the nodes has left
              }
              for (Socket socket : closedAfter) {
                try {
                  socket.close();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
