/** A virtual thread. */
public final class VirtualThread {

  public static void main(String[] args) throws Exception {
    System.out.println("before " + System.nanoTime());
    Thread thread =
        (Thread)
            Thread.class
                .getMethod("startVirtualThread", Runnable.class)
                .invoke(null, (Runnable) () -> System.out.println("virtual"));
    thread.join();
  }
}
