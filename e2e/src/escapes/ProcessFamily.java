/** Parent and children of the process. */
public final class ProcessFamily {

  public static void main(String[] args) throws Exception {
    System.out.println(ProcessHandle.current().parent().map(ProcessHandle::pid));
    System.out.println(ProcessHandle.current().children().count());
    System.out.println(ProcessHandle.current().isAlive());
  }
}
