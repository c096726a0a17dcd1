import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes {@code out}, which only the node that speaks has; to be run with {@code output=out}. */
public final class OutputFiles {
  public static void main(String[] args) throws Exception {
    Path top = Files.createDirectory(Path.of("out"));
    Seen all =
        Seen.threads(
            3,
            (index, seen) -> {
              Path own = top.resolve("cdr" + index);
              try (PrintWriter out = new PrintWriter(new FileOutputStream("out/log", true), true);
                  RandomAccessFile file = new RandomAccessFile(top + "/random" + index, "rw")) {
                for (int i = 0; i < 20; i++) {
                  Seen.stumble(Seen.random(args, index * 100 + i));
                  out.println(index + " " + System.nanoTime());
                  file.writeLong(System.nanoTime());
                  Files.writeString(
                      own,
                      "call " + i + "\n",
                      StandardOpenOption.CREATE,
                      StandardOpenOption.APPEND);
                  seen.add(Files.size(top.resolve("log"))).add(file.length());
                }
              }
              Files.move(own, top.resolve("done" + index));
            });
    all.add(Files.readString(top.resolve("log"))).add(Files.exists(top.resolve("cdr1"))).print();
  }
}
