import java.io.FileInputStream;
import java.io.FileReader;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/** The random devices, and files that tell of the machine, opened by every way. */
public final class RandomDevices {
  public static void main(String[] args) throws Exception {
    Seen.threads(
            3,
            (index, seen) -> {
              Path device = Path.of(index == 1 ? "/dev/random" : "/dev/urandom");
              for (int i = 0; i < 10; i++) {
                Seen.stumble(Seen.random(args, index * 100 + i));
                byte[] bytes = new byte[16];
                try (InputStream in = Files.newInputStream(device)) {
                  seen.add(in.read(bytes)).add(Arrays.hashCode(bytes));
                }
                try (FileInputStream in = new FileInputStream(device.toFile())) {
                  seen.add(in.read()).add(Arrays.hashCode(in.readNBytes(5)));
                }
                try (RandomAccessFile file = new RandomAccessFile(device.toString(), "r")) {
                  seen.add(file.readLong());
                }
                try (FileChannel channel = FileChannel.open(device)) {
                  ByteBuffer some = ByteBuffer.allocate(12);
                  seen.add(channel.read(some)).add(Arrays.hashCode(some.array()));
                }
                FileReader characters =
                    new FileReader(device.toFile(), StandardCharsets.ISO_8859_1);
                seen.add(characters.read());
                characters.close();
                seen.add(new SecureRandom().nextLong());
                seen.add(Files.readString(Path.of("/proc/self/stat")));
                seen.add(Files.readAllLines(Path.of("/etc/hosts")));
              }
            })
        .print();
  }
}
