import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** The clock natives reached by reflection and by method handles. */
public final class ReflectedClocks {
  public static void main(String[] args) throws Throwable {
    Method nanos = System.class.getMethod("nanoTime");
    Method millis = System.class.getMethod("currentTimeMillis");
    MethodHandle handle =
        MethodHandles.lookup()
            .findStatic(System.class, "nanoTime", MethodType.methodType(long.class));
    MethodHandle unreflected = MethodHandles.lookup().unreflect(millis);
    Seen seen = new Seen();
    for (int i = 0; i < 2_000; i++) {
      seen.add((long) nanos.invoke(null)).add((long) millis.invoke(null));
      seen.add((long) handle.invokeExact()).add((long) unreflected.invokeExact());
    }
    seen.print();
  }
}
