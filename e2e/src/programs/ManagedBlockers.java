import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** A fork-join pool that makes up for workers that block. */
public final class ManagedBlockers {

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    Semaphore permits = new Semaphore(1);
    List<Future<String>> all = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      Random random = Seen.random(args, i);
      all.add(
          pool.submit(
              () -> {
                ForkJoinPool.managedBlock(
                    new ForkJoinPool.ManagedBlocker() {
                      @Override
                      public boolean block() throws InterruptedException {
                        permits.acquire();
                        return true;
                      }

                      @Override
                      public boolean isReleasable() {
                        return permits.tryAcquire();
                      }
                    });
                Seen.stumble(random);
                Thread.sleep(0, 200_000);
                permits.release();
                return Thread.currentThread().getName() + pool.getActiveThreadCount();
              }));
    }
    Seen seen = new Seen();
    for (Future<String> each : all) {
      seen.add(each.get());
    }
    pool.shutdown();
    seen.add(pool.getStealCount()).print();
  }
}
