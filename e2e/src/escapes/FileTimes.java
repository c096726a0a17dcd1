import java.nio.file.Files;
import java.nio.file.Path;

/** Modification time of a file just written. */
public final class FileTimes {

  public static void main(String[] args) throws Exception {
    Path file = Files.writeString(Path.of("times"), "x");
    System.out.println(Files.getLastModifiedTime(file) + " " + file.toFile().lastModified());
  }
}
