import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two threads copy lines of {@code in/queue} to {@code out/log}, once there is an {@code in/go}; to
 * be run with {@code input=in}, {@code output=out}. What is open stays open over a takeover.
 */
public final class TakeoverFiles {
  private static final int LINES = 300;
  private static int count;

  public static void main(String[] args) throws Exception {
    try (RandomAccessFile bytes = new RandomAccessFile("in/queue", "r");
        BufferedReader lines = Files.newBufferedReader(Path.of("in/queue"));
        FileOutputStream log = new FileOutputStream("out/log", true);
        RandomAccessFile numbers = new RandomAccessFile("out/numbers", "rw")) {
      while (!Files.exists(Path.of("in/go"))) {
        Thread.sleep(20);
      }
      Seen.threads(
          2,
          (index, seen) -> {
            for (boolean more = true; more; ) {
              synchronized (log) {
                more = count < LINES;
                if (more) {
                  String line = count++ + " " + bytes.readLine() + " " + lines.readLine() + "\n";
                  log.write(line.getBytes());
                  numbers.writeInt(count);
                }
              }
              Thread.sleep(20);
            }
          });
    }
    System.out.println("END " + Files.size(Path.of("out/numbers")));
  }
}
