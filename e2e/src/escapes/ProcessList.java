/** All processes. */
public final class ProcessList {

  public static void main(String[] args) throws Exception {
    System.out.println(ProcessHandle.allProcesses().map(ProcessHandle::pid).toList());
  }
}
