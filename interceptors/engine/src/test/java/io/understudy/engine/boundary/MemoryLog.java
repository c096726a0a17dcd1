package io.understudy.engine.boundary;

import io.understudy.engine.log.LogReader;
import io.understudy.engine.log.LogSink;
import io.understudy.engine.log.LogSource;
import io.understudy.engine.log.LogWriter;
import java.io.ByteArrayOutputStream;

/** A log in memory: what was written can be read. */
final class MemoryLog implements LogSink {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final LogWriter writer = new LogWriter(this, 0);

  LogWriter writer() {
    return writer;
  }

  LogReader reader() {
    writer.publish(true);
    byte[] all = bytes.toByteArray();
    LogSource.Chunk[] chunk = {new LogSource.Chunk(all, 0, all.length, 0)};
    LogReader r =
        new LogReader(
            () -> {
              LogSource.Chunk c = chunk[0];
              chunk[0] = null;
              return c;
            },
            new LogReader.Listener() {
              @Override
              public void ended() {
                throw new AssertionError("the log has ended");
              }

              @Override
              public void mismatch(String expected, String got) {
                throw new AssertionError("expected " + expected + ", got " + got);
              }
            });
    r.peek();
    return r;
  }

  int size() {
    writer.publish(true);
    return bytes.size();
  }

  @Override
  public void append(byte[] data, int from, int to, long position, boolean urgent) {
    bytes.write(data, from, to - from);
  }

  @Override
  public boolean hasRoom() {
    return true;
  }
}
