/** Ids, names and toString of threads. */
public final class ThreadIds {

  public static void main(String[] args) throws Exception {
    Crew.of(
        3, i -> System.out.println(Thread.currentThread() + " " + Thread.currentThread().getId()));
    System.out.println(new Thread().getName() + " " + new Thread().getId());
  }
}
