import java.nio.file.Files;
import java.nio.file.Path;

/** The content of a file that differs from node to node. */
public final class FileContents {

  public static void main(String[] args) throws Exception {
    System.out.println(Files.readString(Path.of("node.txt")));
  }
}
