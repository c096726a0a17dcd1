package io.understudy.netctl.arbiter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A file that both nodes see. Whoever changes it holds a lock (fcntl(2)) on the file {@code
 * PATH.lock} beside it; a change is written to a third file, forced to the disk and put in its
 * place, so that a crash leaves the old holding or the new one.
 *
 * <p>The file is made by the operator, once and empty: a file of one's own on a mount point without
 * its storage would let both nodes win.
 *
 * <p>The storage must have locks that hold between the nodes, must end those of a dead node, and
 * must show a name's new file at once (NFS: version 4, {@code lookupcache=none}).
 */
final class FileArbiter implements Arbiter {
  private static final long RETRY_NANOS = 500_000;

  private final long limitNanos;
  private final Path file;
  private final Path lock;
  private final Path next;

  FileArbiter(Path file, Duration limit) {
    this.limitNanos = limit.toNanos();
    this.file = file;
    this.lock = file.resolveSibling(file.getFileName() + ".lock");
    this.next = file.resolveSibling(file.getFileName() + ".next");
  }

  @Override
  public Holding read() throws IOException {
    return current(); // whole at any time; a node that is stopped here holds nobody up
  }

  @Override
  @SuppressWarnings("try") // held for its lock alone
  public Holding swap(Holding expected, Holding wanted) throws IOException {
    try (FileChannel held = locked()) {
      Holding current = current();
      if (!current.equals(expected) || current.equals(wanted)) {
        return current;
      }
      write(wanted);
      return wanted;
    }
  }

  @Override
  public void close() {
    // nothing is kept open between two questions
  }

  /** The lock ends with the channel. */
  @SuppressWarnings("resource") // closed by the caller
  private FileChannel locked() throws IOException {
    FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      for (long start = System.nanoTime(); channel.tryLock() == null; ) {
        if (System.nanoTime() - start > limitNanos) {
          throw new IOException(lock + " is locked by the other node, and stays so");
        }
        LockSupport.parkNanos(RETRY_NANOS);
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private Holding current() throws IOException {
    try {
      String text = Files.readString(file);
      return text.isEmpty() ? Holding.NOBODY : Holding.parse(text);
    } catch (NoSuchFileException e) {
      throw new IOException(
          file + " is not there; mount its storage, or make it once, empty, with 'touch'", e);
    }
  }

  private void write(Holding holding) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap((holding.text() + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
