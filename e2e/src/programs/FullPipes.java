import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;

/** A java.nio.channels.Pipe that fills: its reader is another thread, which needs the turn. */
public final class FullPipes {
  private static final int BYTES = 300_000;

  public static void main(String[] args) throws Exception {
    Seen.threads(3, FullPipes::use).add(closedWhileItWaits()).print();
  }

  private static void use(int index, Seen seen) throws Exception {
    Pipe pipe = Pipe.open();
    Seen written = new Seen();
    Thread writer =
        new Thread(
            () -> {
              try (Pipe.SinkChannel sink = pipe.sink()) {
                write(sink, index, written);
              } catch (Exception e) {
                written.add(e);
              }
            });
    writer.start();
    ByteBuffer bytes = ByteBuffer.allocate(10_000 + index);
    for (int n = 0; n >= 0; n = pipe.source().read(bytes)) {
      bytes.flip();
      seen.add(n).add(bytes);
      while (bytes.hasRemaining()) {
        seen.add(bytes.get());
      }
      bytes.clear();
    }
    writer.join();
    pipe.source().close();
    seen.add(written);
  }

  private static void write(Pipe.SinkChannel sink, int index, Seen seen) throws Exception {
    ByteBuffer[] parts = {ByteBuffer.allocateDirect(BYTES), ByteBuffer.allocate(BYTES)};
    for (ByteBuffer part : parts) {
      for (int i = 0; i < BYTES; i++) {
        part.put((byte) (i * 7 + index));
      }
      part.flip();
    }
    seen.add(sink.write(parts));
    parts[0].rewind();
    seen.add(sink.write(parts[0])).add(parts[1].remaining());
  }

  private static long closedWhileItWaits() throws Exception {
    Pipe pipe = Pipe.open();
    Thread closer =
        new Thread(
            () -> {
              try {
                Thread.sleep(50);
                pipe.sink().close();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    closer.start();
    long written = 0;
    try {
      while (true) {
        written += pipe.sink().write(ByteBuffer.allocate(5000));
      }
    } catch (ClosedChannelException e) {
      closer.join();
      pipe.source().close();
      return written * 31 + e.getClass().getName().length();
    }
  }
}
