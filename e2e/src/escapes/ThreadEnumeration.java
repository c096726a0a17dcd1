import java.util.stream.Stream;

/** Which threads there are, by ThreadGroup.enumerate. */
public final class ThreadEnumeration {

  public static void main(String[] args) throws Exception {
    ThreadGroup top = Thread.currentThread().getThreadGroup();
    while (top.getParent() != null) {
      top = top.getParent();
    }
    Thread[] threads = new Thread[100];
    int count = top.enumerate(threads, true);
    System.out.println(Stream.of(threads).limit(count).map(Thread::getName).sorted().toList());
  }
}
