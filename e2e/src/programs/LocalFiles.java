import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files of the node's own: written, read, listed, described and locked by four threads. */
public final class LocalFiles {
  private static final Path TOP = Path.of("files");

  public static void main(String[] args) throws Exception {
    Files.createDirectories(TOP);
    Path log = TOP.resolve("log");
    Seen all =
        Seen.threads(
            4,
            (index, seen) -> {
              for (int i = 0; i < 12; i++) {
                Seen.stumble(Seen.random(args, index * 100 + i));
                synchronized (log) {
                  String line = index + " " + System.nanoTime() + "\n";
                  Files.writeString(
                      log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
                seen.add(Files.size(log)).add(Files.getLastModifiedTime(log));
                step(index, i, seen);
              }
            });
    all.add(Files.readString(log));
    list(all);
    try (Stream<Path> paths = Files.walk(TOP)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    all.add(Files.exists(TOP)).print();
  }

  private static void step(int index, int i, Seen seen) throws Exception {
    Path temporary = Files.createTempFile(TOP, "t", ".tmp");
    seen.add(temporary);
    File old = File.createTempFile("old", null, TOP.toFile());
    try (FileOutputStream out = new FileOutputStream(old)) {
      out.write(("" + System.nanoTime()).getBytes());
      out.write(index);
    }
    try (FileInputStream in = new FileInputStream(old)) {
      seen.add(in.available()).add(in.read()).add(in.skip(2)).add(new String(in.readAllBytes()));
    }
    try (RandomAccessFile file = new RandomAccessFile(old, "rw")) {
      file.seek(i);
      file.writeLong(System.currentTimeMillis());
      file.seek(0);
      seen.add(file.readLine()).add(file.length()).add(file.getFilePointer());
      file.setLength(3);
    }
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      channel.write(ByteBuffer.wrap(("" + System.nanoTime()).getBytes()));
      ByteBuffer read = ByteBuffer.allocate(64);
      seen.add(channel.read(read, 3)).add(new String(read.array())).add(lock.isValid());
      channel.force(true);
      seen.add(channel.truncate(5).size()).add(channel.position());
    }
    seen.add(old.lastModified()).add(old.length()).add(old.canWrite()).add(old.delete());
    Files.copy(temporary, TOP.resolve("copy" + index + "." + i));
  }

  private static void list(Seen all) throws Exception {
    for (String name : TOP.toFile().list()) {
      all.add(name);
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(TOP, "copy*")) {
      paths.forEach(found::add);
    }
    all.add(found);
  }
}
