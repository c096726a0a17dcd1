import java.io.File;

/** Free space of the file system. */
public final class FreeSpace {

  public static void main(String[] args) throws Exception {
    System.out.println(new File(".").getUsableSpace());
  }
}
