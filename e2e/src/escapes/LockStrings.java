import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/** ToString of locks, futures, latches, queues, thread groups. */
public final class LockStrings {

  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    System.out.println(lock);
    System.out.println(
        new Semaphore(3) + " " + new CountDownLatch(2) + " " + new CompletableFuture<>());
    System.out.println(
        new FutureTask<>(Executors.callable(new Thread()))
            + " "
            + Thread.currentThread().getThreadGroup());
  }
}
