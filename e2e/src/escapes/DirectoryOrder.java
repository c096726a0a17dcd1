import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The order of a directory. */
public final class DirectoryOrder {

  public static void main(String[] args) throws Exception {
    Files.createDirectories(Path.of("many"));
    for (int i = 0; i < 12; i++) {
      Files.writeString(Path.of("many", "f" + Long.toHexString(i * 0x9e3779b97f4a7c15L)), "");
    }
    System.out.println(Arrays.toString(new File("many").list()));
    try (Stream<Path> walk = Files.walk(Path.of("many"))) {
      System.out.println(walk.map(Path::toString).toList());
    }
  }
}
