import java.io.FileInputStream;
import java.io.FileReader;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/** Reads {@code in}, which only the primary has, by every way; to be run with {@code input=in}. */
public final class InputFiles {
  private static final Path TOP = Path.of("in");

  public static void main(String[] args) throws Exception {
    Seen all =
        Seen.threads(
            3,
            (index, seen) -> {
              for (int i = 0; i < 8; i++) {
                Seen.stumble(Seen.random(args, index * 100 + i));
                streams(seen);
                channels(seen);
                names(seen);
                seen.add(System.nanoTime());
              }
            });
    Files.copy(TOP.resolve("config"), Path.of("copied"), StandardCopyOption.REPLACE_EXISTING);
    all.add(Files.readString(Path.of("copied")));
    Files.delete(Path.of("copied"));
    all.print();
  }

  private static void streams(Seen seen) throws Exception {
    try (FileInputStream in = new FileInputStream("in/config")) {
      seen.add(in.read()).add(in.available()).add(in.skip(3)).add(new String(in.readAllBytes()));
    }
    try (FileReader in = new FileReader("in/config")) {
      seen.add(in.read());
    }
    try (RandomAccessFile file = new RandomAccessFile("in/config", "r")) {
      file.seek(5);
      seen.add(file.readLine()).add(file.getFilePointer()).add(file.length()).add(file.read());
    }
    seen.add(Files.readString(TOP.resolve("config"))).add(Files.readAllLines(TOP.resolve("a/b")));
    try (Stream<String> lines = Files.lines(TOP.resolve("config"))) {
      lines.forEach(seen::add);
    }
  }

  private static void channels(Seen seen) throws Exception {
    try (FileChannel in = FileChannel.open(TOP.resolve("config"), StandardOpenOption.READ)) {
      ByteBuffer some = ByteBuffer.allocate(9);
      ByteBuffer more = ByteBuffer.allocateDirect(7);
      seen.add(in.read(some)).add(in.size()).add(in.read(new ByteBuffer[] {more, some}));
      seen.add(in.read(some.clear(), 2)).add(in.position()).add(new String(some.array()));
      FileLock lock = in.tryLock(0, 4, true);
      seen.add(lock.isShared());
    }
    try (AsynchronousFileChannel in = AsynchronousFileChannel.open(TOP.resolve("config"))) {
      ByteBuffer some = ByteBuffer.allocate(8);
      seen.add(in.read(some, 3).get()).add(new String(some.array())).add(in.size());
    }
  }

  private static void names(Seen seen) throws Exception {
    for (String name : TOP.toFile().list()) {
      seen.add(name);
    }
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(TOP)) {
      paths.forEach(seen::add);
    }
    try (Stream<Path> paths = Files.walk(TOP)) {
      paths.forEach(seen::add);
    }
    Path config = TOP.resolve("config");
    BasicFileAttributes known = Files.readAttributes(config, BasicFileAttributes.class);
    seen.add(known.size()).add(known.lastModifiedTime()).add(known.fileKey());
    seen.add(config.toFile().lastModified()).add(config.toFile().canRead());
    seen.add(Files.exists(config)).add(Files.isWritable(config)).add(Files.isDirectory(TOP));
    seen.add(TOP.resolve("none").toFile().exists()).add(config.toFile().length());
    try {
      seen.add(Files.readString(TOP.resolve("none")));
    } catch (NoSuchFileException e) {
      seen.add(e);
    }
  }
}
