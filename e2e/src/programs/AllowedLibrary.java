/** Loads a native library of which the operator said that it takes nothing from outside. */
public final class AllowedLibrary {
  public static void main(String[] args) throws Exception {
    System.load(System.getProperty("java.home") + "/lib/librmi.so");
    Seen.threads(
            2,
            (index, seen) -> {
              for (int i = 0; i < 20; i++) {
                Seen.stumble(Seen.random(args, index * 100 + i));
                seen.add(System.nanoTime()).add(System.getProperty("io.netty.transport.noNative"));
              }
            })
        .print();
  }
}
