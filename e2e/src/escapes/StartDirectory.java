import java.nio.file.Path;

/** The current directory, as property and as path. */
public final class StartDirectory {

  public static void main(String[] args) throws Exception {
    System.out.println(System.getProperty("user.dir") + " " + Path.of("").toAbsolutePath());
  }
}
