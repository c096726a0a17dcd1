/** Which threads there are, by Thread.getAllStackTraces. */
public final class AllStackTraces {

  public static void main(String[] args) throws Exception {
    System.out.println(
        Thread.getAllStackTraces().keySet().stream().map(Thread::getName).sorted().toList());
  }
}
