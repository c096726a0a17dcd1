package io.understudy.link.wire;

import io.understudy.engine.log.LogSource;
import io.understudy.link.SerialWork;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Writes frames to one admitted backup, on the thread that has something for it: the turn holder
 * with records that an output waits for, the log thread, or the event loop. A hand-over to one
 * thread of its own would cost more than the system call.
 *
 * <p>Any thread may {@link #run}; one does so at a time, and a thread that finds it busy leaves its
 * work to the busy one. Nothing blocks.
 */
final class BackupWriter {
  /** What is to be said next. Called by the thread that writes. */
  interface Speech {
    /** The next records, or null. */
    LogSource.Chunk next() throws IOException;

    /** Adds whole control frames that are due and fit, now that the log was sent up to here. */
    void control(long sent, ByteBuffer out);
  }

  private static final int BUFFER = 64 * 1024;

  /** Told once if the connection has ended, or the feeding has a fault. Must not block. */
  interface Failure {
    void failed(Throwable cause);
  }

  private final LinkChannel channel;
  private final Speech speech;
  private final Failure failure;
  private final SerialWork work = new SerialWork(this::pass);
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private byte[] data;
  private int at;
  private int to;
  private long sent;
  private boolean failed;
  private volatile boolean blocked;

  /**
   * @param position at which the log begins for this backup
   */
  BackupWriter(LinkChannel channel, long position, Speech speech, Failure failure) {
    this.channel = channel;
    this.sent = position;
    this.speech = speech;
    this.failure = failure;
  }

  /**
   * Writes what there is.
   *
   * @param limit bytes after which to stop, about
   * @return true if something is left, for now or until the socket has room
   */
  boolean run(int limit) {
    return switch (work.run(limit)) {
      case LEFT -> false;
      case LIMITED -> true;
      case DONE -> blocked;
    };
  }

  /**
   * Ends this writer for good; once the call returns, no thread writes any more.
   *
   * @return the rest of a frame whose beginning has left
   */
  byte[] end() {
    work.end();
    byte[] rest = new byte[failed ? 0 : out.remaining() + (to - at)];
    if (!failed) {
      int buffered = out.remaining();
      out.get(rest, 0, buffered);
      if (to > at) {
        System.arraycopy(data, at, rest, buffered, to - at);
      }
    }
    return rest;
  }

  private int pass(int budget) {
    int written = 0;
    try {
      while (!failed && written < budget && fill()) {
        int before = out.remaining();
        channel.writeNow(out);
        written += before - out.remaining();
        blocked = out.hasRemaining();
        if (blocked) {
          break;
        }
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      failed = true; // the stack is the server's, and may be at its end
      failure.failed(e);
    }
    return written;
  }

  private boolean fill() throws IOException {
    if (out.hasRemaining()) {
      return true;
    }
    out.clear();
    copy();
    while (at == to && out.remaining() > FrameFormat.LENGTH + FrameFormat.LOG_HEAD) {
      LogSource.Chunk chunk = speech.next();
      if (chunk == null) {
        speech.control(sent, out);
        break;
      }
      begin(chunk);
      copy();
    }
    out.flip();
    return out.hasRemaining();
  }

  private void begin(LogSource.Chunk chunk) throws IOException {
    if (chunk.position != sent) {
      throw new IOException("the log goes on at " + chunk.position + ", not at " + sent);
    }
    FrameFormat.logHead(chunk, out);
    data = chunk.data;
    at = chunk.from;
    to = chunk.to;
    sent += to - at;
  }

  private void copy() {
    int n = Math.min(out.remaining(), to - at);
    if (n > 0) {
      out.put(data, at, n);
      at += n;
    }
  }
}
