import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Lines that come while other threads work. */
public final class StandardInput {
  public static void main(String[] args) throws Exception {
    Seen seen = new Seen();
    Thread worker =
        new Thread(
            () -> {
              for (int i = 0; i < 20; i++) {
                seen.add(System.nanoTime());
                Thread.yield();
              }
            });
    worker.start();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      seen.add(line);
    }
    worker.join();
    seen.print();
  }
}
