import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Stack traces and stack walks through lambdas, pools and reflection. */
public final class LambdaFrames {

  public static void main(String[] args) throws Exception {
    Supplier<String> trace =
        () ->
            StackWalker.getInstance().walk(s -> s.map(f -> f.getMethodName()).toList()).toString();
    System.out.println(trace.get());
    ExecutorService pool = Executors.newSingleThreadExecutor();
    System.out.println(pool.submit(trace::get).get());
    pool.shutdown();
    System.out.println(new Exception().getStackTrace()[0]);
  }
}
