import java.nio.file.Files;
import java.nio.file.Path;

/** What /proc says of the process. */
public final class ProcFiles {

  public static void main(String[] args) throws Exception {
    System.out.println(Files.readString(Path.of("/proc/self/stat")));
  }
}
