/**
 * Does what cannot be replicated, after clocks that are in the log: a subprocess, or a native
 * library.
 */
public class Unsupported {
  public static void main(String[] arguments) throws Exception {
    long sum = 0;
    for (int i = 0; i < 100; i++) {
      sum = sum * 31 + System.nanoTime();
    }
    System.out.println("BEFORE " + sum);
    if (arguments[0].equals("library")) {
      System.load(System.getProperty("java.home") + "/lib/librmi.so");
    } else {
      new ProcessBuilder("true").start().waitFor();
    }
    System.out.println("AFTER");
  }
}
