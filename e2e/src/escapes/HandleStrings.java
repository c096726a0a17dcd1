import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** ToString of method handles, var handles, and their hashes. */
public final class HandleStrings {

  public static void main(String[] args) throws Exception {
    MethodHandle handle =
        MethodHandles.lookup()
            .findVirtual(String.class, "length", MethodType.methodType(int.class));
    System.out.println(handle + " " + handle.hashCode());
    System.out.println(MethodHandles.arrayElementVarHandle(int[].class).hashCode());
  }
}
