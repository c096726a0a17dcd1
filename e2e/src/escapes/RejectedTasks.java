import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Which tasks a full pool rejects. */
public final class RejectedTasks {

  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 2, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(2));
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      int id = i;
      try {
        pool.execute(() -> Crew.pause(id));
        seen.append('.');
      } catch (RejectedExecutionException e) {
        seen.append('x');
      }
      Crew.pause(i * 7);
    }
    System.out.println(seen + " " + pool.getLargestPoolSize());
    pool.shutdown();
    System.out.println(
        pool.awaitTermination(5, TimeUnit.SECONDS) + " " + pool.getCompletedTaskCount());
  }
}
