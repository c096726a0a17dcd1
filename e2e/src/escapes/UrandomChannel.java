import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HexFormat;

/** /dev/urandom by FileChannel and RandomAccessFile. */
public final class UrandomChannel {

  public static void main(String[] args) throws Exception {
    try (FileChannel in = FileChannel.open(Path.of("/dev/urandom"))) {
      ByteBuffer bytes = ByteBuffer.allocate(8);
      in.read(bytes);
      System.out.println(HexFormat.of().formatHex(bytes.array()));
    }
    try (RandomAccessFile in = new RandomAccessFile("/dev/urandom", "r")) {
      System.out.println(in.readLong());
    }
  }
}
