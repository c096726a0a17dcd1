import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.util.Random;

/** Threads joined by pipes of java.io. */
public final class Pipes {

  public static void main(String[] args) throws Exception {
    PipedInputStream in = new PipedInputStream(100);
    PipedOutputStream out = new PipedOutputStream(in);
    PipedReader reader = new PipedReader(50);
    PipedWriter writer = new PipedWriter(reader);
    Seen.threads(
            2,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              byte[] buffer = new byte[70];
              char[] text = new char[70];
              for (int i = 0; i < 80; i++) {
                Seen.stumble(random);
                if (index == 0) {
                  out.write(buffer, 0, 1 + random.nextInt(70));
                  out.flush();
                  seen.add(reader.read(text));
                } else {
                  seen.add(in.read(buffer)).add(in.available());
                  writer.write(text, 0, 1 + random.nextInt(40));
                  writer.flush();
                }
              }
              (index == 0 ? out : writer).close();
              (index == 0 ? reader : in).close();
            })
        .print();
  }
}
