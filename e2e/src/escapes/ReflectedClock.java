import java.util.List;

/** Clock natives by Method.invoke. */
public final class ReflectedClock {

  public static void main(String[] args) throws Exception {
    for (String name : List.of("nanoTime", "currentTimeMillis")) {
      System.out.println(System.class.getMethod(name).invoke(null));
    }
  }
}
