import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Device and inode number of a file. */
public final class FileKeys {

  public static void main(String[] args) throws Exception {
    Files.writeString(Path.of("key"), "x");
    System.out.println(Files.readAttributes(Path.of("key"), BasicFileAttributes.class).fileKey());
  }
}
