import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/** Clock natives by method handle and method reference. */
public final class HandleClock {

  public static void main(String[] args) throws Throwable {
    MethodHandle handle =
        MethodHandles.lookup()
            .findStatic(System.class, "nanoTime", MethodType.methodType(long.class));
    LongSupplier reference = System::currentTimeMillis;
    Callable<Long> other = System::nanoTime;
    System.out.println(
        (long) handle.invokeExact() + " " + reference.getAsLong() + " " + other.call());
  }
}
