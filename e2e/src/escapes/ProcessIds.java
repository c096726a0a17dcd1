/** Process id, by ProcessHandle. */
public final class ProcessIds {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 1; i++) {
      System.out.println(ProcessHandle.current().pid() + " " + ProcessHandle.current());
    }
  }
}
