import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names of temporary files. */
public final class TempNames {

  public static void main(String[] args) throws Exception {
    Path file = Files.createTempFile("escape", "x");
    System.out.println(file.getFileName());
    Files.delete(file);
    File other = File.createTempFile("escape", "y");
    System.out.println(other.getName());
    Files.delete(other.toPath());
  }
}
