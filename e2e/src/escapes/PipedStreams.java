import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;

/** In which pieces a PipedInputStream hands bytes on. */
public final class PipedStreams {

  public static void main(String[] args) throws Exception {
    PipedInputStream in = new PipedInputStream(64);
    PipedOutputStream out = new PipedOutputStream(in);
    Thread writer =
        new Thread(
            () -> {
              try (out) {
                for (int i = 0; i < 20; i++) {
                  out.write(new byte[10 + i]);
                  Crew.pause(i);
                }
              } catch (IOException e) {
                System.out.println(e);
              }
            });
    writer.start();
    byte[] buffer = new byte[50];
    for (int read = 0; read >= 0; read = in.read(buffer)) {
      System.out.println(read);
    }
    writer.join();
  }
}
