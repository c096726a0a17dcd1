import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Hashes and messages of exceptions that the VM and the JDK throw. */
public final class ExceptionTexts {

  public static void main(String[] args) throws Exception {
    for (Callable<?> call :
        List.<Callable<?>>of(
            () -> ((Object) "a").hashCode() / (System.nanoTime() > 0 ? 0 : 1),
            () -> (Integer) (Object) "a",
            () -> new int[2][(int) (System.nanoTime() & 3) - 9],
            () -> List.of(1).get((int) (System.nanoTime() & 7) + 1),
            () -> Enum.valueOf(TimeUnit.class, "x"))) {
      try {
        call.call();
      } catch (Exception | Error e) {
        System.out.println(e.hashCode() + " " + e.getMessage());
      }
    }
  }
}
