import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** What a program sees of its virtual threads. Prints a line for each thing. */
public final class VirtualApi {
  private static final InheritableThreadLocal<String> LOCAL = new InheritableThreadLocal<>();

  private VirtualApi() {}

  /** Everything that does not depend on the scheduler. */
  public static void main(String[] args) throws Exception {
    LOCAL.set("inherited");
    Thread named = Thread.ofVirtual().name("worker-", 7).start(() -> say("named"));
    named.join();
    Thread.startVirtualThread(() -> say("nameless")).join();
    Thread bare =
        Thread.ofVirtual().inheritInheritableThreadLocals(false).start(() -> say("without locals"));
    bare.join();
    ThreadFactory factory = Thread.ofVirtual().name("made").factory();
    Thread made = factory.newThread(() -> say("of a factory"));
    System.out.println("before " + made.getState() + " " + made.isAlive());
    made.start();
    made.join();
    System.out.println("after " + made.getState() + " " + made.isAlive());
    interrupted();
    System.out.println("main is virtual: " + Thread.currentThread().isVirtual());
  }

  private static void say(String what) {
    Thread self = Thread.currentThread();
    String text = self.toString();
    System.out.println(
        what
            + ": "
            + text.substring(0, text.indexOf('['))
            + " '"
            + self.getName()
            + "' virtual "
            + self.isVirtual()
            + " daemon "
            + self.isDaemon()
            + " priority "
            + self.getPriority()
            + " local "
            + LOCAL.get());
  }

  private static void interrupted() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Thread waiting =
        Thread.startVirtualThread(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                System.out.println("interrupted " + Thread.currentThread().isInterrupted());
              }
            });
    while (waiting.getState() != Thread.State.WAITING) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    waiting.interrupt();
    waiting.join();
  }
}
