/** A subprocess. */
public final class Subprocess {

  public static void main(String[] args) throws Exception {
    System.out.println("before " + System.nanoTime());
    System.out.println(new ProcessBuilder("true").start().waitFor());
  }
}
