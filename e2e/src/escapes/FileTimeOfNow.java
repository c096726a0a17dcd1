import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** FileTime of the present. */
public final class FileTimeOfNow {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      System.out.println(FileTime.from(Instant.now()));
    }
  }
}
