/** Command and start time of the process. */
public final class ProcessStart {

  public static void main(String[] args) throws Exception {
    System.out.println("before " + System.nanoTime());
    System.out.println(ProcessHandle.current().info().startInstant());
  }
}
